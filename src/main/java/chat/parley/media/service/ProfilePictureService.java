package chat.parley.media.service;

import chat.parley.identity.UserId;
import chat.parley.identity.UserProfile;
import chat.parley.identity.Users;
import chat.parley.media.MediaId;
import chat.parley.media.MediaUses;
import chat.parley.media.model.MediaItem;
import chat.parley.media.port.MediaRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Profile pictures are for everybody. */
@ApplicationScoped
public class ProfilePictureService implements MediaUses {
    private final Users users;
    private final MediaRepository media;

    ProfilePictureService(Users users, MediaRepository media) {
        this.users = users;
        this.media = media;
    }

    @Override
    public boolean isVisible(UserId reader, MediaId id) {
        return !inUse(Set.of(id)).isEmpty();
    }

    @Override
    public Set<MediaId> inUse(Collection<MediaId> ids) {
        return users.pictures(ids.stream().map(MediaId::value).toList()).stream()
                .map(MediaId::new)
                .collect(Collectors.toSet());
    }

    public UserProfile profile(UserId id) {
        return users.profile(id);
    }

    public Optional<UserProfile> named(String username) {
        return users.named(username);
    }

    /** The picture that somebody chose, if they did. */
    @Transactional
    public Optional<MediaItem> picture(UserProfile user) {
        return Optional.ofNullable(user.image()).map(MediaId::parse).flatMap(media::find);
    }
}
