package chat.parley.identity.port;

/** The passwords that everybody tries first. */
public interface CommonPasswords {
    /**
     * Whether it is one of them.
     *
     * @param password in lower case
     */
    boolean contains(String password);
}
