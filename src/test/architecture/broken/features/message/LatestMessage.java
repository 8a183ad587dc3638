package broken.features.message;

public record LatestMessage(long seq) {}
