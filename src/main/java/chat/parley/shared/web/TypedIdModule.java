package chat.parley.shared.web;

import chat.parley.shared.id.TypedId;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Ids are strings in JSON, as values and as keys: JavaScript loses digits above 2^53. */
class TypedIdModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    TypedIdModule() {
        super("typed-id");
        addSerializer(TypedId.class, new Writer());
        addKeySerializer(TypedId.class, new KeyWriter());
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addDeserializers(new Deserializers.Base() {
            @Override
            public @Nullable JsonDeserializer<?> findBeanDeserializer(
                    JavaType type, DeserializationConfig config, BeanDescription description) {
                return TypedIds.isTypedId(type.getRawClass()) ? new Reader(type.getRawClass()) : null;
            }
        });
        context.addKeyDeserializers((type, config, description) ->
                TypedIds.isTypedId(type.getRawClass()) ? new KeyReader(type.getRawClass()) : null);
    }

    private static final class Writer extends StdSerializer<TypedId> {
        private static final long serialVersionUID = 1L;

        Writer() {
            super(TypedId.class);
        }

        @Override
        public void serialize(TypedId id, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(Long.toString(id.value()));
        }
    }

    private static final class KeyWriter extends StdSerializer<TypedId> {
        private static final long serialVersionUID = 1L;

        KeyWriter() {
            super(TypedId.class);
        }

        @Override
        public void serialize(TypedId id, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeFieldName(Long.toString(id.value()));
        }
    }

    private static final class Reader extends JsonDeserializer<Object> {
        private final Class<?> type;

        Reader(Class<?> type) {
            this.type = type;
        }

        @Override
        public Object deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (json.currentToken() != JsonToken.VALUE_STRING) {
                return context.handleUnexpectedToken(type, json);
            }
            try {
                return TypedIds.parse(type, json.getText());
            } catch (RuntimeException e) {
                return context.handleWeirdStringValue(type, json.getText(), "not an id");
            }
        }
    }

    private static final class KeyReader extends KeyDeserializer {
        private final Class<?> type;

        KeyReader(Class<?> type) {
            this.type = type;
        }

        @Override
        public Object deserializeKey(String key, DeserializationContext context) throws IOException {
            try {
                return TypedIds.parse(type, key);
            } catch (RuntimeException e) {
                return context.handleWeirdKey(type, key, "not an id");
            }
        }
    }
}
