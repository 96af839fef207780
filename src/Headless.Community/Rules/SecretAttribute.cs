namespace Headless.Community;

/// <summary>The column is a secret or stands for one: the audit log says that it changed, never from what or to what.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretAttribute : Attribute;
