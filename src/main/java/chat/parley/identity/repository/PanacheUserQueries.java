package chat.parley.identity.repository;

import chat.parley.identity.UserId;
import chat.parley.identity.UserProfile;
import chat.parley.identity.model.SearchPosition;
import chat.parley.identity.port.UserQueries;
import chat.parley.shared.page.Page;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads profiles from MySQL. */
@ApplicationScoped
class PanacheUserQueries implements UserQueries, PanacheRepositoryBase<UserEntity, Long> {
    private static final String BEGINS = "(username like :begins escape '!' or displayName like :begins escape '!')";
    private static final String CONTAINS =
            "(username like :contains escape '!' or displayName like :contains escape '!')";
    private static final String AFTER = " and username > (select u.username from UserEntity u where u.id = :last)";
    private static final String NOT_HIDDEN = " and id not in :hidden";
    private static final String ENABLED_BY_NAME = " and disabledAt is null order by username";

    private final SessionReads reads;

    PanacheUserQueries(SessionReads reads) {
        this.reads = reads;
    }

    @Override
    public Optional<UserProfile> profile(UserId id) {
        return profiles(Set.of(id)).stream().findFirst();
    }

    @Override
    public List<UserProfile> profiles(Collection<UserId> ids) {
        return List.copyOf(reads.profiles(Set.copyOf(ids)).values());
    }

    @Override
    public Set<UserId> active(Collection<UserId> ids) {
        return getEntityManager()
                .createQuery("select id from UserEntity where id in ?1 and disabledAt is null", Long.class)
                .setParameter(1, ids.stream().map(UserId::value).toList())
                .getResultStream()
                .map(UserId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<UserProfile> named(String username) {
        return find("username", username).firstResultOptional().map(UserMapper::profile);
    }

    @Override
    public Set<Long> pictures(Collection<Long> images) {
        return getEntityManager()
                .createQuery("select image from UserEntity where image in ?1", Long.class)
                .setParameter(1, images)
                .getResultStream()
                .collect(Collectors.toUnmodifiableSet());
    }

    // One query for each of the two groups, so that each walks the unique key on the name.
    @Override
    public Page<UserProfile> search(String text, Set<UserId> hidden, @Nullable SearchPosition after, int limit) {
        List<Found> found = new ArrayList<>();
        if (after == null || after.prefix()) {
            found.addAll(beginningWith(text, hidden, after == null ? null : after.last(), limit + 1));
        }
        if (found.size() <= limit) {
            UserId last = after == null || after.prefix() ? null : after.last();
            found.addAll(containing(text, hidden, last, limit + 1 - found.size()));
        }
        return Page.cut(found, limit, Found::position).map(Found::profile);
    }

    private List<Found> beginningWith(String text, Set<UserId> hidden, @Nullable UserId last, int limit) {
        return group(BEGINS, Parameters.with("begins", escape(text) + "%"), hidden, last, limit)
                .map(profile -> new Found(true, profile))
                .toList();
    }

    private List<Found> containing(String text, Set<UserId> hidden, @Nullable UserId last, int limit) {
        var parameters = Parameters.with("contains", "%" + escape(text) + "%").and("begins", escape(text) + "%");
        return group(CONTAINS + " and not " + BEGINS, parameters, hidden, last, limit)
                .map(profile -> new Found(false, profile))
                .toList();
    }

    private Stream<UserProfile> group(
            String where, Parameters parameters, Set<UserId> hidden, @Nullable UserId last, int limit) {
        String after = (last == null ? "" : AFTER) + (hidden.isEmpty() ? "" : NOT_HIDDEN);
        Parameters all = last == null ? parameters : parameters.and("last", last.value());
        if (!hidden.isEmpty()) {
            all = all.and("hidden", hidden.stream().map(UserId::value).toList());
        }
        return find(where + after + ENABLED_BY_NAME, all).page(0, limit).list().stream()
                .map(UserMapper::profile);
    }

    private static String escape(String text) {
        return text.replaceAll("[!%_]", "!$0");
    }

    private record Found(boolean prefix, UserProfile profile) {
        String position() {
            return new SearchPosition(prefix, profile.id()).toString();
        }
    }
}
