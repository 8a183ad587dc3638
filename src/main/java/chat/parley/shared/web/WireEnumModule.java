package chat.parley.shared.web;

import chat.parley.shared.id.WireEnum;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link WireEnum} constants in lower case. */
class WireEnumModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    WireEnumModule() {
        super("wire-enum");
        addSerializer(WireEnum.class, new Writer());
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addDeserializers(new Deserializers.Base() {
            @Override
            public @Nullable JsonDeserializer<?> findEnumDeserializer(
                    Class<?> type, DeserializationConfig config, BeanDescription description) {
                return WireEnum.class.isAssignableFrom(type) ? new Reader(type) : null;
            }
        });
    }

    private static final class Writer extends StdSerializer<WireEnum> {
        private static final long serialVersionUID = 1L;

        Writer() {
            super(WireEnum.class);
        }

        @Override
        public void serialize(WireEnum constant, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(constant.wireName());
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
            for (Object constant : type.getEnumConstants()) {
                if (((WireEnum) constant).wireName().equals(json.getText())) {
                    return constant;
                }
            }
            return context.handleWeirdStringValue(type, json.getText(), "not one of the known values");
        }
    }
}
