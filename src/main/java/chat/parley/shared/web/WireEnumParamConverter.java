package chat.parley.shared.web;

import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import chat.parley.shared.id.WireEnum;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Lets resources take {@link WireEnum} constants as query parameters, in lower case as everywhere on the wire. */
@Provider
public class WireEnumParamConverter implements ParamConverterProvider {
    @Override
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        return type.isEnum() && WireEnum.class.isAssignableFrom(type)
                ? new Converter<>(type, TypedIdParamConverter.pointer(annotations))
                : null;
    }

    private record Converter<T>(Class<T> type, String pointer) implements ParamConverter<T> {
        @Override
        public T fromString(String value) {
            for (T constant : type.getEnumConstants()) {
                if (((WireEnum) constant).wireName().equals(value)) {
                    return constant;
                }
            }
            throw ParleyException.onField(RequestError.INVALID, pointer, "is not one of the known values");
        }

        @Override
        public String toString(T value) {
            return ((WireEnum) value).wireName();
        }
    }
}
