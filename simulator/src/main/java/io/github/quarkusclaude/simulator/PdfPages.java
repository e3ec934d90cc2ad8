package io.github.quarkusclaude.simulator;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts the pages of a PDF. */
final class PdfPages {

    private static final Pattern PAGE = Pattern.compile("/Type\\s*/Page(?![A-Za-z])");
    private static final Pattern COUNT = Pattern.compile("/Count\\s+(\\d{1,9})");
    /** Objects that are compressed together are in streams of this type. */
    private static final String PACKED = "/ObjStm";

    private PdfPages() {
    }

    /** 0 if the bytes are no PDF. */
    static int count(byte[] pdf) {
        String file = new String(pdf, StandardCharsets.ISO_8859_1);
        AtomicInteger pages = new AtomicInteger(pages(file));
        AtomicInteger counted = new AtomicInteger(counted(file));
        if (file.contains(PACKED)) {
            PdfStreams.each(file, stream -> {
                pages.addAndGet(pages(stream));
                counted.accumulateAndGet(counted(stream), Math::max);
            });
        }
        // earlier versions of pages may be left over in the file, and outlines have counts as well
        return counted.get() == 0 ? pages.get() : Math.min(pages.get(), counted.get());
    }

    private static int pages(String text) {
        return (int) PAGE.matcher(text).results().count();
    }

    private static int counted(String text) {
        int most = 0;
        for (Matcher count = COUNT.matcher(text); count.find();) {
            most = Math.max(most, Integer.parseInt(count.group(1)));
        }
        return most;
    }
}
