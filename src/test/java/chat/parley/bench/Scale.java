package chat.parley.bench;

/** How much of everything: for figures to publish, for a first look, or only to see that it runs. */
public enum Scale {
    FULL(5, 6, 10),
    QUICK(3, 2, 4),
    SMOKE(1, 0.4, 0.2);

    private final int rounds;
    private final double windowSeconds;
    private final double warmUpSeconds;

    Scale(int rounds, double windowSeconds, double warmUpSeconds) {
        this.rounds = rounds;
        this.windowSeconds = windowSeconds;
        this.warmUpSeconds = warmUpSeconds;
    }

    public int rounds() {
        return rounds;
    }

    public double windowSeconds() {
        return windowSeconds;
    }

    public double warmUpSeconds() {
        return warmUpSeconds;
    }

    /** A figure that differs by scale. */
    public int pick(int full, int quick, int smoke) {
        return switch (this) {
            case FULL -> full;
            case QUICK -> quick;
            case SMOKE -> smoke;
        };
    }

    /** Whether goals may be judged by such a run. */
    public boolean judges() {
        return this != SMOKE;
    }
}
