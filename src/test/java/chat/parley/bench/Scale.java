package chat.parley.bench;

/** How much of everything: for figures to publish, for a first look, or only to see that it runs. */
public enum Scale {
    FULL(5, 6, 6, 10),
    QUICK(3, 2, 3, 4),
    SMOKE(1, 0.4, 1, 0.2);

    private final int rounds;
    private final double windowSeconds;
    private final int warmUps;
    private final double warmUpSeconds;

    Scale(int rounds, double windowSeconds, int warmUps, double warmUpSeconds) {
        this.rounds = rounds;
        this.windowSeconds = windowSeconds;
        this.warmUps = warmUps;
        this.warmUpSeconds = warmUpSeconds;
    }

    public int rounds() {
        return rounds;
    }

    public double windowSeconds() {
        return windowSeconds;
    }

    /** Drives a server before anything counts, again and again, as the JVM compiles what is used. */
    public void warmUp(Runnable stretch) {
        for (int i = 0; i < warmUps; i++) {
            stretch.run();
        }
    }

    /** How long one stretch of it lasts. */
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
