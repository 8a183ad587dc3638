package chat.parley.identity.service;

import chat.parley.identity.model.Device;
import chat.parley.identity.model.Password;

/**
 * Sign in.
 *
 * @param login a user name or an e-mail address
 */
public record Login(String login, Password password, Device device) {}
