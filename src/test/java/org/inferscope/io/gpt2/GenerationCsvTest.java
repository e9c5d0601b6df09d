package org.inferscope.io.gpt2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.inferscope.model.gpt2.sampling.Candidate;
import org.junit.jupiter.api.Test;

class GenerationCsvTest {
  private static final Candidate COMMA = new Candidate(11, 0.25, -1.5f, 0.5);

  @Test
  void quotesTokensAndLeavesEmptyWhatIsNotKnown() {
    String csv =
        GenerationCsv.steps(
            List.of(
                new GenerationCsv.Step(4, 11, ",", Optional.of(COMMA), Optional.empty()),
                new GenerationCsv.Step(5, 7, "·\"a\"", Optional.empty(), Optional.empty())));
    assertThat(csv.lines())
        .containsExactly(
            "position,id,token,probability,logit,chance,ms_cached,ms_uncached",
            "4,11,\",\",0.25,-1.5,0.5,,",
            "5,7,\"·\"\"a\"\"\",,,,,");
  }

  @Test
  void listsTheLikeliest() {
    assertThat(GenerationCsv.top(List.of(COMMA), id -> "w" + id).lines())
        .containsExactly("id,token,probability,logit,chance", "11,w11,0.25,-1.5,0.5");
  }
}
