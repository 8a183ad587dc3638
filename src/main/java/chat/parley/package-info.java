/** Parley, a self-hosted chat server. */
@NullMarked
package chat.parley;

import org.jspecify.annotations.NullMarked;
