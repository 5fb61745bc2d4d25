package serve

import (
	"context"
	"flag"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime/pprof"
	"slices"
	"strconv"
	"strings"
	"syscall"
)

// Options say which server to start.
type Options struct {
	Impl     string // one of Impls
	Workload string // one of Workloads
	Host     string
	Port     int    // 0 picks one
	Loops    int    // event loops (nodenet) or workers of a cluster (node); 0 and 1 are one
	Upstream string // host:port that proxy connects to
}

// Impls are the peers. node-nodelay is node with TCP_NODELAY set, node-tuned
// also gathers its writes by hand.
var Impls = []string{"nodenet", "go", "netpoll", "node", "node-nodelay", "node-tuned"}

// Workloads are what the servers do.
//
//	echo     sends back what comes, a write a chunk
//	pipe     the same, by the peer's own way of copying a stream
//	onread   the same, through one buffer that is used again and again
//	json     answers a line of JSON with a line of JSON
//	chat     sends each line to every client
//	proxy    copies both ways between the client and an upstream
//	connect  is echo; the load opens a connection for every exchange
var Workloads = []string{"echo", "pipe", "onread", "json", "chat", "proxy", "connect"}

// Has says whether a peer has a form of the workload.
func Has(impl, workload string) bool {
	switch impl {
	case "netpoll":
		return workload != "onread" // it has no such thing
	case "node-tuned":
		return workload == "echo" || workload == "json" || workload == "chat" // elsewhere there is nothing to tune
	}
	return true
}

// A server serves connections until the context ends. It calls listening, once, with the bound address.
type server func(ctx context.Context, o Options, listening func(net.Addr)) error

var servers = map[string]server{"nodenet": serveNodenet, "go": serveGo, "netpoll": serveNetpoll}

// Main is the serve command.
func Main(arguments []string) error {
	var o Options
	flags := flag.NewFlagSet("serve", flag.ExitOnError)
	flags.StringVar(&o.Impl, "impl", "nodenet", strings.Join(Impls, ", "))
	flags.StringVar(&o.Workload, "workload", "echo", strings.Join(Workloads, ", "))
	flags.StringVar(&o.Host, "host", "127.0.0.1", "address to listen on")
	flags.IntVar(&o.Port, "port", 0, "port to listen on; 0 picks one")
	flags.IntVar(&o.Loops, "loops", 1, "event loops, or workers of Node's cluster")
	flags.StringVar(&o.Upstream, "upstream", "", "host:port that proxy connects to")
	profile := flags.String("cpuprofile", "", "file for a CPU profile of a Go server, written when it ends")
	if err := flags.Parse(arguments); err != nil {
		return err
	}
	if err := o.check(); err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if *profile != "" {
		file, err := os.Create(*profile)
		if err != nil {
			return err
		}
		defer file.Close()
		if err := pprof.StartCPUProfile(file); err != nil {
			return err
		}
		defer pprof.StopCPUProfile()
	}
	return Run(ctx, o, os.Stdout)
}

func (o Options) check() error {
	switch {
	case !slices.Contains(Impls, o.Impl):
		return fmt.Errorf("no impl %q: want one of %s", o.Impl, strings.Join(Impls, ", "))
	case !slices.Contains(Workloads, o.Workload):
		return fmt.Errorf("no workload %q: want one of %s", o.Workload, strings.Join(Workloads, ", "))
	case !Has(o.Impl, o.Workload):
		return fmt.Errorf("%s has no %s", o.Impl, o.Workload)
	case o.Workload == "proxy" && o.Upstream == "":
		return fmt.Errorf("proxy needs -upstream")
	case o.Loops > 1 && o.Workload == "chat":
		return fmt.Errorf("chat is for one loop: its clients are shared")
	}
	return nil
}

// Run serves until ctx ends. The first line on out is "listening on HOST:PORT".
func Run(ctx context.Context, o Options, out io.Writer) error {
	if serve, ok := servers[o.Impl]; ok {
		return serve(ctx, o, func(a net.Addr) { fmt.Fprintf(out, "listening on %s\n", a) })
	}
	scripts, err := NodeScripts()
	if err != nil {
		return err
	}
	defer os.RemoveAll(scripts)
	cmd := o.nodeCommand(scripts)
	cmd.Stdout, cmd.Stderr = out, os.Stderr
	if err := cmd.Start(); err != nil {
		return err
	}
	defer context.AfterFunc(ctx, func() { _ = cmd.Process.Signal(syscall.SIGTERM) })()
	if err := cmd.Wait(); ctx.Err() == nil {
		return err
	}
	return nil
}

// Command is the program that serves o, without a process between: Node itself,
// or binary, which is this module's server. scripts is what NodeScripts returned.
func (o Options) Command(binary, scripts string) *exec.Cmd {
	if strings.HasPrefix(o.Impl, "node") && o.Impl != "nodenet" {
		return o.nodeCommand(scripts)
	}
	return exec.Command(binary, "-impl", o.Impl, "-workload", o.Workload, "-host", o.host(), "-port", strconv.Itoa(o.Port),
		"-loops", strconv.Itoa(max(o.Loops, 1)), "-upstream", o.Upstream)
}

func (o Options) nodeCommand(scripts string) *exec.Cmd {
	script := "server.js"
	if o.Impl == "node-tuned" {
		script = "tuned.js"
	}
	args := []string{filepath.Join(scripts, script), o.Workload, o.host(), strconv.Itoa(o.Port), "--upstream=" + o.Upstream}
	if o.Impl == "node-nodelay" {
		args = append(args, "--nodelay")
	}
	if o.Loops > 1 {
		args = append(args, "--loops="+strconv.Itoa(o.Loops))
	}
	return exec.Command("node", args...)
}

func (o Options) host() string {
	if o.Host == "" {
		return "127.0.0.1"
	}
	return o.Host
}

func (o Options) address() string { return net.JoinHostPort(o.host(), strconv.Itoa(o.Port)) }
