package chat.parley.message.model;

/**
 * A message was taken back. Fired inside the transaction: who keeps something that belongs to it, such as its file, lets
 * go of it there, or after its success.
 *
 * @param former the message as it was
 */
public record MessageRecalled(Message former) {}
