import com.fasterxml.jackson.databind.ObjectMapper;

class Inbox {
    Object a(ObjectMapper mapper, String json) throws Exception { return mapper.readValue(json, Order.class); }
}
