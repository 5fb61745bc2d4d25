package compare

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/google/pprof/profile"
	"github.com/nodenet/go/net2/bench/process"
)

// profiled says whether nodenet's CPU profile is taken of a line: it is, where something must hold under load.
func profiled(l line) bool { return l.kind == loaded && len(l.demands) > 0 }

// part is something that time goes into: samples whose stack has one of these functions.
type part struct {
	name      string
	functions []string // prefixes
}

// parts in the order in which a sample is asked about them. A goroutine that gives way, the loop or
// the collector's sweeper, shows as mcall.
var parts = []part{
	{"collector", []string{"runtime.gcBgMarkWorker", "runtime.bgsweep", "runtime.bgscavenge", "runtime.gcStart", "runtime.gcAssistAlloc", "runtime.gcMarkTermination", "runtime.gcDrain"}},
	{"kernel: writes", []string{"github.com/nodenet/go/net2.send", "github.com/nodenet/go/net2.ends.send", "golang.org/x/sys/unix.write", "golang.org/x/sys/unix.Write", "syscall.write"}},
	{"kernel: reads", []string{"github.com/nodenet/go/net2.recv", "github.com/nodenet/go/net2.ends.receive", "golang.org/x/sys/unix.read", "golang.org/x/sys/unix.Read", "syscall.read"}},
	{"kernel: the rest", []string{"syscall.Syscall", "syscall.RawSyscall", "syscall.rawSyscall", "syscall.Close"}},
	{"allocation", []string{"runtime.mallocgc", "runtime.growslice", "runtime.newobject"}},
	{"goroutines", []string{"runtime.mcall", "runtime.schedule", "runtime.findRunnable", "runtime.netpoll", "runtime.futex", "runtime.ready", "runtime.goready", "runtime.mstart", "runtime.notewakeup"}},
	{"json", []string{"encoding/json."}},
}

// What is left is nodenet's or the program's, by which of the two is nearer to the sample.
const (
	library   = "nodenet"
	elsewhere = "the program"
)

// shares are the parts of a profile's time.
type shares map[string]float64

// writeWhere measures where nodenet's time goes and writes it as a table.
func (b *bench) writeWhere(w io.Writer, selected []line) error {
	header, rule := "| workload |", "|---|"
	names := append(partNames(), library, elsewhere)
	for _, name := range names {
		header, rule = header+" "+name+" |", rule+"---:|"
	}
	fmt.Fprintf(w, "%s\n%s\n", header, rule)
	for _, l := range selected {
		if !profiled(l) {
			continue
		}
		s, err := b.where(l)
		if err != nil {
			return fmt.Errorf("profile of %s: %w", l.name, err)
		}
		fmt.Fprintf(w, "| %s |", l.title)
		for _, name := range names {
			fmt.Fprintf(w, " %s |", showPercent(s[name]))
		}
		fmt.Fprintln(w)
	}
	return nil
}

func partNames() (names []string) {
	for _, p := range parts {
		names = append(names, p.name)
	}
	return names
}

// where takes a CPU profile of nodenet under the line's load.
func (b *bench) where(l line) (shares, error) {
	path := filepath.Join(b.dir, l.name+".prof")
	cmd := b.command(l, nodenet)
	cmd.Args = append(cmd.Args, "-cpuprofile", path)
	server, err := process.Start(cmd)
	if err != nil {
		return nil, err
	}
	_, err = b.measureLoaded(l, server)
	if stopped := server.Stop(); err == nil {
		err = stopped
	}
	if err != nil {
		return nil, err
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	p, err := profile.Parse(file)
	if err != nil {
		return nil, err
	}
	return divide(p), nil
}

func divide(p *profile.Profile) shares {
	s, total := shares{}, 0.0
	for _, sample := range p.Sample {
		time := float64(sample.Value[len(sample.Value)-1])
		s[partOf(sample)] += time
		total += time
	}
	for name := range s {
		s[name] /= total
	}
	return s
}

func partOf(sample *profile.Sample) string {
	var stack []string
	for _, location := range sample.Location {
		for _, at := range location.Line {
			stack = append(stack, at.Function.Name)
		}
	}
	for _, p := range parts {
		for _, prefix := range p.functions {
			if slices.ContainsFunc(stack, func(name string) bool { return strings.HasPrefix(name, prefix) }) {
				return p.name
			}
		}
	}
	for _, name := range stack {
		if rest, ours := strings.CutPrefix(name, "github.com/nodenet/go/"); ours && !strings.HasPrefix(rest, "net2/bench/") {
			return library
		} else if ours {
			break
		}
	}
	return elsewhere
}
