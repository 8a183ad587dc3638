package chat.parley.shared.id;

/** Makes 64-bit ids that are unique over all nodes and grow with time. */
@FunctionalInterface
public interface IdGenerator {
    /** Never repeats, always positive. Any thread. */
    long next();
}
