package chat.parley.realtime.model.node;

/**
 * A message and who said it.
 *
 * @param sender the node's id, chosen anew at every start
 */
public record NodeEnvelope(long sender, NodeMessage message) {}
