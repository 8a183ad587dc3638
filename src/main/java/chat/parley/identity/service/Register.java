package chat.parley.identity.service;

import chat.parley.identity.model.Device;
import chat.parley.identity.model.Password;

/** Make an account and sign in to it. */
public record Register(String username, String email, Password password, String displayName, Device device) {}
