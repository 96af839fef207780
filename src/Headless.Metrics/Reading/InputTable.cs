namespace Headless.Metrics.Reading;

/// <summary>Inputs by group and interval, and those of all groups together.</summary>
internal sealed class InputTable
{
    private readonly Dictionary<long, MetricInputs[]> _groups;

    public InputTable(long[] groups, bool hasAllGroups, MetricPeople people, Intervals intervals)
    {
        (Groups, HasAllGroups, People, Intervals) = (groups, hasAllGroups, people, intervals);
        _groups = groups.ToDictionary(id => id, _ => New());
        Whole = New();
    }

    public long[] Groups { get; }

    /// <summary>Whether they are all that the caller may see: then orders of no group belong to the whole.</summary>
    public bool HasAllGroups { get; }

    public MetricPeople People { get; }

    public Intervals Intervals { get; }

    public MetricInputs[] Whole { get; }

    public MetricInputs[] this[long group] => _groups[group];

    public bool TryGet(long group, out MetricInputs[] inputs) => _groups.TryGetValue(group, out inputs!);

    /// <summary>Adds up over the groups what adds up.</summary>
    public void AddUp()
    {
        foreach (var inputs in _groups.Values)
        {
            for (var i = 0; i < inputs.Length; i++)
            {
                Whole[i].Add(inputs[i]);
            }
        }
    }

    private MetricInputs[] New()
    {
        var inputs = new MetricInputs[Intervals.Count];
        for (var i = 0; i < inputs.Length; i++)
        {
            inputs[i] = new MetricInputs();
        }

        return inputs;
    }
}
