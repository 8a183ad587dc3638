package chat.parley.audit;

import java.util.List;
import java.util.Set;

/**
 * Somebody with the rooms they belong to.
 *
 * @param created rooms of their own, which they may rename and cannot leave
 * @param moves whether they leave rooms and come back
 */
record Person(List<String> home, Set<String> created, boolean moves) {}
