using Headless.Community.Ingestion;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Headless.Server.Delivery;

/// <summary>
/// Where a broker is configured, tells the other servers through it that the log has grown, and wakes this process's readers when another tells. A message has no
/// content: it is a hint, and the log says what there is. While the broker is away readers look for themselves, as they do without one.
/// </summary>
internal sealed class RabbitNudges(FeedOptions options, ActivitySignal signal, TimeProvider clock, ILogger<RabbitNudges> logger) : BackgroundService
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(2);

    /// <summary>What this process's messages are known by: it need not wake itself.</summary>
    private readonly string _sender = Guid.NewGuid().ToString("N");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A broker that is away must not keep the server from starting.
        await Task.Yield();
        var wasAway = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await FollowAsync(() => wasAway = false, stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                if (!wasAway)
                {
                    logger.LogWarning("The RabbitMQ broker is away ({Reason}): the log is asked for instead, and the broker is tried again every {Seconds} s.", exception.Message, s_pause.TotalSeconds);
                    wasAway = true;
                }

                await Task.Delay(s_pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    /// <summary>Tells and listens until the connection is lost.</summary>
    private async Task FollowAsync(Action connected, CancellationToken ct)
    {
        // It is connected again here, so that what was missed meanwhile is looked for.
        var factory = new ConnectionFactory { Uri = options.RabbitMq!.Uri!, AutomaticRecoveryEnabled = false, ClientProvidedName = "headless", RequestedHeartbeat = TimeSpan.FromSeconds(15) };
        await using var connection = await factory.CreateConnectionAsync(ct);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: ct);
        var lost = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        connection.ConnectionShutdownAsync += OnLost;
        channel.ChannelShutdownAsync += OnLost;

        var exchange = options.RabbitMq.Exchange;
        await channel.ExchangeDeclareAsync(exchange, ExchangeType.Fanout, durable: true, autoDelete: false, cancellationToken: ct);

        // One waiting message says as much as many.
        var queue = await channel.QueueDeclareAsync(
            string.Empty, durable: false, exclusive: true, autoDelete: true, new Dictionary<string, object?> { ["x-max-length"] = 1 }, cancellationToken: ct);
        await channel.QueueBindAsync(queue.QueueName, exchange, string.Empty, cancellationToken: ct);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += OnReceived;
        var written = signal.Written;
        await channel.BasicConsumeAsync(queue.QueueName, autoAck: true, consumer, ct);
        connected();
        logger.LogInformation("Connected to the RabbitMQ broker.");

        // What was written while nobody listened has to be looked for, here and by the others.
        signal.Wake();
        var properties = new BasicProperties { AppId = _sender };
        while (true)
        {
            await channel.BasicPublishAsync(exchange, string.Empty, mandatory: false, properties, ReadOnlyMemory<byte>.Empty, ct);
            await (await Task.WhenAny(written, lost.Task)).WaitAsync(ct);

            // Taken before the next message, so that a write beside it is told by another.
            written = signal.Written;
        }

        Task OnLost(object sender, ShutdownEventArgs reason)
        {
            lost.TrySetException(new IOException(reason.ReplyText));
            return Task.CompletedTask;
        }

        Task OnReceived(object sender, BasicDeliverEventArgs message)
        {
            if (message.BasicProperties.AppId != _sender)
            {
                signal.Wake();
            }

            return Task.CompletedTask;
        }
    }
}
