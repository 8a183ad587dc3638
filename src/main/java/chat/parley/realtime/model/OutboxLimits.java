package chat.parley.realtime.model;

/** How much may wait for one client before it counts as too slow. */
public record OutboxLimits(int maxBytes, int maxEntries) {}
