package chat.parley.friendship.port;

import chat.parley.friendship.model.Block;
import chat.parley.identity.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stores who blocked whom. Blocks of a pair change only while its friendship is claimed. */
public interface BlockRepository {
    /** Returns false, and changes nothing, if there is one already. */
    boolean add(Block block);

    /** Whether there was one. */
    boolean remove(UserId user, UserId blocked);

    /** Whether there is one in this direction now, also if it was committed after the transaction began to read. */
    boolean isBlocked(UserId user, UserId blocked);

    /** Those of the users that the user blocked, or that blocked the user. One query. */
    Set<UserId> between(UserId user, Collection<UserId> users);

    /** All whom this user blocked, and all who blocked this user. */
    Set<UserId> apartFrom(UserId user);

    /**
     * Whom the user blocked, in the order of their ids.
     *
     * @param after the last one of the former page
     */
    List<Block> page(UserId user, @Nullable UserId after, int limit);

    /** In both directions. */
    void removeAll(UserId user);
}
