package chat.parley.identity;

/** What a feature has to settle when an account is deleted: its rooms, its friendships. */
public interface AccountDeparture {
    /**
     * Settles it, in transactions of its own. The account is erased by then, and its sessions are over. It is called again
     * if it was interrupted, so what is settled already must not matter.
     */
    void depart(UserId user);
}
