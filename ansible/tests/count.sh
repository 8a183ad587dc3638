# Counts what a stage tests, and writes it down. To be sourced; $stage is its name, $work a folder, $report the file to write.
# shellcheck shell=bash
: "${stage:?}" "${work:?}" "${report:?}"
cases=$work/cases.xml
passed=0
failed=0
mkdir -p "$work" "$(dirname "$report")"
: >"$cases"
rm -f "$work"/failed-*.log

# it SENTENCE COMMAND...: one test
it() {
    local sentence=$1 began=$SECONDS outcome=
    shift
    # In the background, as errors end a function only outside of conditions.
    ( set -e; "$@" ) >"$work/output.log" 2>&1 &
    if wait $!; then
        passed=$((passed + 1))
        echo "ok    $sentence ($((SECONDS - began)) s)"
    else
        failed=$((failed + 1))
        outcome='<failure/>'
        echo "FAIL  $sentence ($((SECONDS - began)) s)"
        tail -n 60 "$work/output.log"
        cp "$work/output.log" "$work/failed-$failed.log"
    fi
    printf '<testcase classname="%s" name="%s" time="%s">%s</testcase>\n' "$stage" "$sentence" $((SECONDS - began)) "$outcome" >>"$cases"
}

# finish_with COMMAND: at the end, however it comes
finish_with() {
    after=$1
    trap finish EXIT
}

finish() {
    local status=$?
    set +e
    # A run that was cut short has failed.
    [ "$status" = 0 ] || failed=$((failed + 1))
    {
        echo '<?xml version="1.0" encoding="UTF-8"?>'
        echo "<testsuite name=\"$stage\" tests=\"$((passed + failed))\" failures=\"$failed\" errors=\"0\" skipped=\"0\">"
        cat "$cases"
        echo '</testsuite>'
    } >"$report"
    echo "$passed passed, $failed failed, in $((SECONDS / 60)) min $((SECONDS % 60)) s"
    $after
    [ "$failed" = 0 ] || exit 1
}
