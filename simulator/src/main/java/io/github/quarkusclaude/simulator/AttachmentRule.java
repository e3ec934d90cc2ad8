package io.github.quarkusclaude.simulator;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Images and documents: how many there are, of which type and size. */
final class AttachmentRule implements AnswerRule {

    @Override
    public Optional<Reply> reply(Prompt prompt) {
        if (prompt.attachments().isEmpty()) {
            return Optional.empty();
        }
        String received = List.of("image", "document").stream()
                .map(kind -> count(kind, prompt.attachments()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" and "));
        String question = prompt.text().isEmpty() ? "" : " A real model would look at them to answer “" + prompt.quote() + "”.";
        return Optional.of(Reply.free("I received " + received + ". The simulator checks what is sent, but sees no contents."
                + question));
    }

    private static String count(String kind, List<Attachment> attachments) {
        List<Attachment> ofKind = attachments.stream().filter(attachment -> attachment.kind().equals(kind)).toList();
        if (ofKind.isEmpty()) {
            return "";
        }
        String descriptions = ofKind.stream().map(Attachment::description).collect(Collectors.joining("; "));
        return ofKind.size() + " " + kind + (ofKind.size() == 1 ? "" : "s") + " (" + descriptions + ")";
    }
}
