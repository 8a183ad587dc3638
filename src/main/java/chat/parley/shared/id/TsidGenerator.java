package chat.parley.shared.id;

import io.hypersistence.tsid.TSID;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Time-sorted ids: 42 bits of milliseconds, 10 bits of node, 12 bits of counter. The node part is random per process,
 * so nodes need no numbering; a primary key turns the rare collision into an error, never into a mix-up.
 */
@ApplicationScoped
class TsidGenerator implements IdGenerator {
    private final TSID.Factory factory = TSID.Factory.builder().build();

    @Override
    public long next() {
        return factory.generate().toLong();
    }
}
