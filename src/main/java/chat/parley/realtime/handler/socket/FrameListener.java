package chat.parley.realtime.handler.socket;

/** Is told what comes from one client. Called on its event loop; must not block. */
interface FrameListener {
    /** One whole message. */
    void frame(byte[] bytes, boolean binary);

    /** A sign of life without content. */
    void alive();

    /** A part of a message. */
    void fragment();

    void tooLarge();

    /** What came is no WebSocket traffic any more. */
    void corrupt();
}
