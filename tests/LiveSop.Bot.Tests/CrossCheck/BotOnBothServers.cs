namespace LiveSop.Bot.Tests.CrossCheck;

public sealed class HearingOnTheSimulator() : HearingTests(SimulatorServer.StartAsync);

public sealed class HearingOnTheReferenceServer() : HearingTests(ReferenceServer.StartAsync);

public sealed class SpeakingOnTheSimulator() : SpeakingTests(SimulatorServer.StartAsync);

public sealed class SpeakingOnTheReferenceServer() : SpeakingTests(ReferenceServer.StartAsync);

public sealed class AnsweringOnTheSimulator() : AnsweringTests(SimulatorServer.StartAsync);

public sealed class AnsweringOnTheReferenceServer() : AnsweringTests(ReferenceServer.StartAsync);

public sealed class ConversationOnTheSimulator() : ConversationTests(SimulatorServer.StartAsync);

public sealed class ConversationOnTheReferenceServer() : ConversationTests(ReferenceServer.StartAsync);
