package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"sort"
	"strings"
	"sync"
	"time"
)

// families are the parts of Node's suite that concern nodenet.
var families = []struct {
	name    string
	pattern *regexp.Regexp
}{
	{"net", regexp.MustCompile(`^test-net-`)},
	{"events", regexp.MustCompile(`^test-(event-emitter-|events-)`)},
	{"stream", regexp.MustCompile(`^test-stream-`)},
	{"timers", regexp.MustCompile(`^test-timers-`)},
	{"ticks", regexp.MustCompile(`^test-(next-tick|process-next-tick|microtask|queue-microtask)`)},
}

type result struct {
	file   string
	status string // pass, fail, skip or timeout
	reason string
}

// suite is one run of Node's tests.
type suite struct {
	dir, natives, exe string
	limit             time.Duration
	jobs              int
	verbose           bool
	only              string
}

func runSuite(args []string) int {
	flags := flag.NewFlagSet("nodenet test", flag.ExitOnError)
	s := &suite{}
	flags.StringVar(&s.dir, "suite", os.Getenv("NODE_TEST"), "a checkout of Node's tests, with test/parallel and test/common (or $NODE_TEST)")
	family := flags.String("family", "net,events,stream,timers,ticks", "which files to run")
	flags.IntVar(&s.jobs, "j", 1, "how many at once")
	flags.DurationVar(&s.limit, "limit", 30*time.Second, "time that one file may take")
	flags.BoolVar(&s.verbose, "v", false, "print the whole output of files that fail")
	flags.StringVar(&s.only, "run", "", "only files whose name contains this")
	_ = flags.Parse(args)
	if s.dir == "" {
		fmt.Fprintln(os.Stderr, "nodenet test: -suite is missing")
		return 2
	}
	cleanup, err := s.setup()
	if err != nil {
		fmt.Fprintln(os.Stderr, "nodenet test:", err)
		return 2
	}
	defer cleanup()
	failed := false
	for _, name := range strings.Split(*family, ",") {
		for _, f := range families {
			if f.name == name {
				failed = s.family(f.name, f.pattern) || failed
			}
		}
	}
	if failed {
		return 1
	}
	return 0
}

// setup asks the installed node for its own modules: the tests are judged by its assert.
func (s *suite) setup() (cleanup func(), err error) {
	if s.exe, err = os.Executable(); err != nil {
		return nil, err
	}
	if s.dir, err = filepath.Abs(s.dir); err != nil {
		return nil, err
	}
	out, err := exec.Command("node", "-e", `process.stdout.write(JSON.stringify(process.binding("natives")))`).Output()
	if err != nil {
		return nil, fmt.Errorf("node is needed for its assert: %w", err)
	}
	f, err := os.CreateTemp("", "nodenet-natives-*.json")
	if err != nil {
		return nil, err
	}
	s.natives = f.Name()
	_, err = f.Write(out)
	return func() { _ = os.Remove(s.natives) }, errors.Join(err, f.Close())
}

func (s *suite) family(name string, pattern *regexp.Regexp) (failed bool) {
	files := s.files(pattern)
	results := make([]result, len(files))
	var wg sync.WaitGroup
	work := make(chan int)
	for i := range s.jobs {
		wg.Go(func() {
			for n := range work {
				results[n] = s.run(files[n], i)
			}
		})
	}
	for n := range files {
		work <- n
	}
	close(work)
	wg.Wait()
	count := map[string]int{}
	for _, r := range results {
		count[r.status]++
	}
	fmt.Printf("== %s: %d files, %d pass, %d fail, %d time out, %d skip\n", name, len(files), count["pass"], count["fail"],
		count["timeout"], count["skip"])
	for _, r := range results {
		if r.status != "pass" {
			fmt.Printf("   %-7s %s: %s\n", r.status, r.file, r.reason)
		}
	}
	return count["fail"]+count["timeout"] > 0
}

func (s *suite) files(pattern *regexp.Regexp) []string {
	entries, _ := os.ReadDir(filepath.Join(s.dir, "test", "parallel"))
	var files []string
	for _, e := range entries {
		ext := filepath.Ext(e.Name())
		if pattern.MatchString(e.Name()) && (ext == ".js" || ext == ".mjs") && strings.Contains(e.Name(), s.only) {
			files = append(files, e.Name())
		}
	}
	sort.Strings(files)
	return files
}

// run runs one file in a process of its own.
func (s *suite) run(file string, worker int) result {
	ctx, cancel := context.WithTimeout(context.Background(), s.limit)
	defer cancel()
	cmd := exec.CommandContext(ctx, s.exe, filepath.Join(s.dir, "test", "parallel", file))
	cmd.Dir = s.dir
	cmd.Env = append(os.Environ(), nativesVariable+"="+s.natives, fmt.Sprintf("TEST_THREAD_ID=%d", worker+1))
	cmd.WaitDelay = time.Second
	kill := grouped(cmd)
	cmd.Cancel = kill
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	err := cmd.Run()
	if cmd.Process != nil {
		_ = kill() // what it left behind
	}
	r := result{file: file}
	switch text := out.String(); {
	case ctx.Err() != nil:
		r.status, r.reason = "timeout", reason(text)
	case err != nil:
		r.status, r.reason = "fail", reason(text)
	case strings.Contains(text, "1..0 # Skipped"):
		r.status, r.reason = "skip", reason(text)
	default:
		r.status = "pass"
	}
	if s.verbose && r.status != "pass" {
		fmt.Printf("---- %s\n%s\n", file, out.String())
	}
	return r
}

var telling = regexp.MustCompile(`Error|Mismatched|panic|fatal|Skipped|must|not available`)

// reason picks the line that says most.
func reason(out string) string {
	lines := strings.Split(strings.TrimSpace(out), "\n")
	for _, line := range lines {
		if telling.MatchString(line) {
			return shorten(strings.TrimSpace(line))
		}
	}
	return shorten(lines[0])
}

func shorten(s string) string {
	if len(s) > 150 {
		return s[:150] + "…"
	}
	return s
}
