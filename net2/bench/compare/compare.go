package compare

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"
)

// settings are the command's flags.
type settings struct {
	quick  bool
	rounds int
	only   string
	docs   string
}

// Main is the compare command. It runs in the module's directory.
func Main(arguments []string, out, progress io.Writer) error {
	var s settings
	flags := flag.NewFlagSet("compare", flag.ExitOnError)
	flags.BoolVar(&s.quick, "quick", false, "one round of short measurements: under two minutes, to see where one is")
	flags.IntVar(&s.rounds, "rounds", 0, "rounds, each measuring every peer once; 0 means 5, or 1 with -quick")
	flags.StringVar(&s.only, "only", "", "lines to measure, with commas between: "+strings.Join(lineNames(), ","))
	flags.StringVar(&s.docs, "docs", filepath.Join("..", "..", "docs"), "where performance.md is; \"\" writes nothing there")
	if err := flags.Parse(arguments); err != nil {
		return err
	}
	selected, err := s.lines()
	if err != nil {
		return err
	}
	began := time.Now()
	t := thorough
	if s.quick {
		t = quick
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	b, err := newBench(t)
	if err != nil {
		return err
	}
	defer b.close()
	r, failures := s.measure(ctx, b, selected, progress)
	if ctx.Err() != nil {
		return errors.New("interrupted")
	}
	var tables strings.Builder
	writeTables(&tables, r)
	fmt.Fprintln(&tables)
	if err := b.writeWhere(&tables, selected); err != nil {
		failures = append(failures, err.Error())
	}
	fmt.Fprint(out, tables.String())
	fmt.Fprintf(progress, "measured in %v\n", time.Since(began).Round(time.Second))
	if len(failures) > 0 {
		return fmt.Errorf("%d measurements failed:\n%s", len(failures), strings.Join(failures, "\n"))
	}
	if s.docs == "" || s.only != "" || s.quick {
		fmt.Fprintln(progress, "the documents stay as they are: they show complete runs only")
		return nil
	}
	return s.writeDocs(tables.String(), r)
}

func lineNames() (names []string) {
	for _, l := range lines {
		names = append(names, l.name)
	}
	return names
}

func (s *settings) lines() ([]line, error) {
	if s.rounds == 0 {
		s.rounds = 5
		if s.quick {
			s.rounds = 1
		}
	}
	if s.only == "" {
		return lines, nil
	}
	var selected []line
	for name := range strings.SplitSeq(s.only, ",") {
		i := slices.IndexFunc(lines, func(l line) bool { return l.name == name })
		if i < 0 {
			return nil, fmt.Errorf("no line %q: want some of %s", name, strings.Join(lineNames(), ","))
		}
		selected = append(selected, lines[i])
	}
	return selected, nil
}

// measure runs the rounds. In each the peers of a line follow one another, so
// that what disturbs the machine for a while disturbs all of them; every other
// round has them in the opposite order.
func (s *settings) measure(ctx context.Context, b *bench, selected []line, progress io.Writer) (r results, failures []string) {
	r = results{}
	for round := range s.rounds {
		for _, l := range selected {
			for _, p := range order(l.peers, round) {
				fmt.Fprintf(progress, "round %d of %d: %s: %s … ", round+1, s.rounds, l.name, p.name)
				sample, err := b.measure(ctx, l, p)
				if ctx.Err() != nil {
					return r, failures
				}
				if err != nil {
					fmt.Fprintln(progress, err)
					failures = append(failures, fmt.Sprintf("%s, %s: %v", l.name, p.name, err))
					continue
				}
				fmt.Fprintln(progress, l.headline().show(l.headline().value(sample)))
				r.add(l, p, sample)
			}
		}
	}
	return r, failures
}

// order is the peers as a round has them, without Node where it is not installed.
func order(peers []peer, round int) []peer {
	peers = slices.Clone(peers)
	if round%2 == 1 {
		slices.Reverse(peers)
	}
	if _, err := exec.LookPath("node"); err != nil {
		peers = slices.DeleteFunc(peers, func(p peer) bool { return strings.HasPrefix(p.impl, "node") && p.impl != "nodenet" })
	}
	return peers
}

func (r results) add(l line, p peer, s sample) {
	if r[l.name] == nil {
		r[l.name] = map[string]samples{}
	}
	r[l.name][p.name] = append(r[l.name][p.name], s)
}

// Where the tables go in performance.md.
const (
	beginMark = "<!-- compare: begin -->"
	endMark   = "<!-- compare: end -->"
)

func (s *settings) writeDocs(tables string, r results) error {
	path := filepath.Join(s.docs, "performance.md")
	page, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	before, rest, ok1 := strings.Cut(string(page), beginMark)
	_, after, ok2 := strings.Cut(rest, endMark)
	if !ok1 || !ok2 {
		return fmt.Errorf("%s: no %s … %s", path, beginMark, endMark)
	}
	page = []byte(before + beginMark + "\n\n" + tables + "\n" + endMark + after)
	if err := os.WriteFile(path, page, 0o644); err != nil {
		return err
	}
	return drawCharts(filepath.Join(s.docs, "performance"), r)
}
