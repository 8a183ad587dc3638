package broken.features.room.service;

import broken.features.message.LatestMessage;

/** A lower feature that looks up to a higher one. */
record InviteService(LatestMessage latest) {}
