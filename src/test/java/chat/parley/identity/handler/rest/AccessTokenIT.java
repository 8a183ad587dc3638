package chat.parley.identity.handler.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import chat.parley.identity.AccessTokens;
import chat.parley.identity.port.IdentityConfig;
import chat.parley.shared.error.ParleyException;
import chat.parley.testing.Sql;
import chat.parley.testing.TestUsers;
import chat.parley.testing.TestUsers.TestUser;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.keys.EllipticCurves;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Forges tokens in every way known, some with the server's real key. */
@QuarkusTest
class AccessTokenIT {
    @Inject
    IdentityConfig config;

    @Inject
    AccessTokens accessTokens;

    @Inject
    Sql sql;

    private TestUser lin;
    private EllipticCurveJsonWebKey key;

    @BeforeEach
    void registerAndReadTheRealKey() throws Exception {
        lin = TestUsers.register();
        try (var files = Files.list(config.keys())) {
            var file = files.sorted().toList().getLast();
            key = (EllipticCurveJsonWebKey) JsonWebKey.Factory.newJwk(Files.readString(file));
        }
    }

    @Test
    void aTokenSaysWhoseItIsAndWhichKeySignedIt() {
        assertThat(decoded(0)).containsEntry("alg", "ES256").containsEntry("kid", kid());
        assertThat(decoded(1))
                .containsEntry("sub", lin.id().toString())
                .containsEntry("iss", "parley")
                .containsKeys("sid", "jti", "iat", "exp");
        given().get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .body("keys[-1].kid", equalTo(kid()))
                .body("keys[-1].d", equalTo(null));
    }

    @Test
    void theSameTokenIsGoodForOtherCallersThanHttp() {
        var grant = accessTokens.verify(lin.accessToken());
        assertThat(grant.userId()).isEqualTo(lin.id());
        assertThat(grant.expiresAt())
                .isAfter(Instant.now())
                .isBefore(Instant.now().plus(Duration.ofMinutes(16)));
    }

    @Test
    void aTokenMadeLikeOursIsAcceptedSoThatTheRefusalsBelowMeanSomething() {
        assertAccepted(sign(claims()));
    }

    @Test
    void anExpiredTokenIsRefused() {
        assertRefused(sign(claims().issuedAt(now().minusSeconds(901)).expiresAt(now().minusSeconds(1))));
    }

    @Test
    void aTokenOfAnotherIssuerIsRefused() {
        assertRefused(sign(claims().issuer("https://quarkus.io/issuer")));
    }

    @Test
    void aTokenWithoutItsClaimsIsRefused() {
        assertRefused(sign(Jwt.issuer("parley").subject(lin.id().toString()).expiresAt(now().plusSeconds(900))));
        assertRefused(
                sign(Jwt.issuer("parley").claim("sid", decoded(1).get("sid")).expiresAt(now().plusSeconds(900))));
    }

    @Test
    void aTokenOfAnotherKeyIsRefusedWhateverKeyItNames() throws Exception {
        EllipticCurveJsonWebKey other = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        assertRefused(claims().jws().keyId(kid()).sign(other.getPrivateKey()));
        assertRefused(claims().jws().keyId("unknown").sign(other.getPrivateKey()));
        assertRefused(claims().jws().sign(other.getPrivateKey()));
    }

    @Test
    void aTokenThatIsNotSignedIsRefused() {
        String payload = lin.accessToken().split("\\.")[1];
        String header = base64("{\"alg\":\"none\",\"typ\":\"JWT\",\"kid\":\"" + kid() + "\"}");
        assertRefused(header + "." + payload + ".");
        assertRefused(header + "." + payload + "." + lin.accessToken().split("\\.")[2]);
    }

    @Test
    void thePublicKeyIsNotTakenForASharedSecret() {
        var secret = new SecretKeySpec(key.getPublicKey().getEncoded(), "HmacSHA256");
        assertRefused(claims().jws().keyId(kid()).sign(secret));
    }

    @Test
    void aTokenWithAnotherAlgorithmOfTheFamilyIsRefused() throws Exception {
        EllipticCurveJsonWebKey p384 = EcJwkGenerator.generateJwk(EllipticCurves.P384);
        assertRefused(claims().jws()
                .algorithm(io.smallrye.jwt.algorithm.SignatureAlgorithm.ES384)
                .keyId(kid())
                .sign(p384.getPrivateKey()));
    }

    @Test
    void aChangedTokenIsRefused() {
        String[] parts = lin.accessToken().split("\\.");
        TestUser victim = TestUsers.register();
        String theirs = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace(lin.id().toString(), victim.id().toString());
        assertRefused(parts[0] + "." + base64(theirs) + "." + parts[2]);
        assertRefused(parts[0] + "." + parts[1] + "." + "A".repeat(parts[2].length()));
    }

    @Test
    void garbageIsRefused() {
        for (String garbage : new String[] {"x", "a.b.c", "....", "ey", base64("{}") + "." + base64("{}") + ".x"}) {
            assertRefused(garbage);
        }
    }

    @Test
    void otherWaysToSendCredentialsAreNotHeardOf() {
        for (String header : new String[] {"Basic bGluOmxpbg==", lin.accessToken(), "Bearer", "Bearer "}) {
            given().header("Authorization", header).get("/api/userInfo").then().statusCode(401);
        }
        given().cookie("Bearer", lin.accessToken()).get("/api/userInfo").then().statusCode(401);
        given().get("/api/userInfo?access_token=" + lin.accessToken()).then().statusCode(401);
    }

    @Test
    void aGoodTokenOfADisabledAccountIsRefused() {
        sql.update(
                "UPDATE users SET disabled_at = NOW(3) WHERE id = ?", lin.id().value());
        given().auth()
                .oauth2(lin.accessToken())
                .get("/api/userInfo")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("identity.session_revoked"));
    }

    @Test
    void aGoodTokenOfAnEndedSessionIsRefusedForOtherCallersToo() {
        assertThatCode(() -> accessTokens.verify(lin.accessToken())).doesNotThrowAnyException();
        lin.call().post("/api/logout");
        assertThatThrownBy(() -> accessTokens.verify(lin.accessToken()))
                .isInstanceOfSatisfying(
                        ParleyException.class,
                        refusal -> assertThat(refusal.code().code()).isEqualTo("identity.session_revoked"));
    }

    private JwtClaimsBuilder claims() {
        return Jwt.issuer("parley")
                .subject(lin.id().toString())
                .claim("sid", decoded(1).get("sid"))
                .issuedAt(now())
                .expiresAt(now().plusSeconds(900));
    }

    private String sign(JwtClaimsBuilder claims) {
        return claims.jws().keyId(kid()).sign(key.getPrivateKey());
    }

    private String kid() {
        return key.calculateBase64urlEncodedThumbprint("SHA-256");
    }

    private Map<String, Object> decoded(int part) {
        byte[] json = Base64.getUrlDecoder().decode(lin.accessToken().split("\\.")[part]);
        return io.restassured.path.json.JsonPath.from(new String(json, StandardCharsets.UTF_8))
                .getMap("$");
    }

    private static Instant now() {
        return Instant.now();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertAccepted(String token) {
        given().auth().oauth2(token).get("/api/userInfo").then().statusCode(200);
    }

    private void assertRefused(String token) {
        given().auth()
                .oauth2(token)
                .get("/api/userInfo")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer")
                .body("code", equalTo("auth.unauthenticated"));
        assertThatThrownBy(() -> accessTokens.verify(token))
                .isInstanceOfSatisfying(
                        ParleyException.class,
                        refusal -> assertThat(refusal.code().code()).isEqualTo("auth.unauthenticated"));
    }
}
