package chat.parley.media.model;

/** Width and height in pixels. */
public record Dimensions(int width, int height) {
    public long pixels() {
        return (long) width * height;
    }

    /** As seen after a quarter turn. */
    public Dimensions turned() {
        return new Dimensions(height, width);
    }

    /** The largest of the same shape whose sides are at most this long; never larger than this one. */
    public Dimensions within(int longest) {
        int side = Math.max(width, height);
        if (side <= longest) {
            return this;
        }
        double scale = (double) longest / side;
        return new Dimensions(
                Math.max(1, (int) Math.round(width * scale)), Math.max(1, (int) Math.round(height * scale)));
    }
}
