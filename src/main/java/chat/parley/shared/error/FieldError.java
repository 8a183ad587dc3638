package chat.parley.shared.error;

/**
 * One value that broke a rule.
 *
 * @param pointer JSON pointer (RFC 6901) into the request body, or {@code /} and the name of a query parameter
 * @param detail what the rule is, as a sentence fragment: "must not be blank"
 */
public record FieldError(String pointer, String detail) {}
