package fr.forment.convocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.forment.HouseTest;
import fr.forment.Statements;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.session.SessionGround;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Programs read a followed calendar every few hours, whatever it holds. */
@HouseTest
class FollowedCalendarCostTest {

    @Autowired
    MockMvc web;

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    CalendarFeedService service;

    @Autowired
    Statements statements;

    @Test
    void isReadInAsFewStatementsHoweverManySessionsItHolds() throws Exception {
        Circo circo = ground.circonscription(2);
        some.session(circo, 10, 1);
        String zone = "/agendas/" + service.renew(circo.secretary().id(), circo.uai()) + ".ics";
        var few = statements.during(() -> read(zone));
        for (int week = 1; week < 5; week++) {
            some.session(circo, SessionGround.WEDNESDAY.plusWeeks(week), 10, 1);
        }
        var many = statements.during(() -> read(zone));
        assertThat(many.answer().getContentAsString().split("BEGIN:VEVENT")).hasSize(1 + 5);
        assertThat(many.said().size())
                .as(many.told())
                .isEqualTo(few.said().size())
                .isLessThanOrEqualTo(20);
    }

    private MockHttpServletResponse read(String address) throws Exception {
        return web.perform(get(address)).andReturn().getResponse();
    }
}
