package serve

import (
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/nodenet/go/net2/bench/load"
	"github.com/nodenet/go/net2/bench/process"
	"github.com/stretchr/testify/require"
)

// start runs a server as a process and ends it with the test.
func start(t *testing.T, o Options) string {
	t.Helper()
	if o.Impl != "nodenet" && strings.HasPrefix(o.Impl, "node") {
		if _, err := exec.LookPath("node"); err != nil {
			t.Skip("node is not installed")
		}
	}
	scripts, err := NodeScripts()
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, os.RemoveAll(scripts)) })
	binary, err := os.Executable()
	require.NoError(t, err)
	cmd := o.Command(binary, scripts)
	cmd.Env = append(os.Environ(), asServer+"=1")
	server, err := process.Start(cmd)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, server.Stop()) })
	return server.Addr
}

// loads is what each workload has to get right: also messages in parts, and many at once.
var loads = map[string][]load.Config{
	"echo":    {{Conns: 5, Size: 128, Depth: 4}, {Conns: 2, Size: 64 << 10, Depth: 4, Stream: true}},
	"pipe":    {{Conns: 2, Size: 100, Depth: 3}, {Conns: 2, Size: 64 << 10, Depth: 4, Stream: true}},
	"onread":  {{Conns: 2, Size: 100, Depth: 3}, {Conns: 2, Size: 64 << 10, Depth: 8, Stream: true}},
	"json":    {{Conns: 4, Size: 64, Depth: 300}},
	"chat":    {{Conns: 10, Size: 64, Depth: 3}},
	"proxy":   {{Conns: 2, Size: 64 << 10, Depth: 4, Stream: true}},
	"connect": {{Conns: 4, Size: 128, Depth: 1}},
}

func TestEveryPeerServesEveryWorkload(t *testing.T) {
	for _, workload := range Workloads {
		for _, impl := range Impls {
			t.Run(workload+"/"+impl, func(t *testing.T) {
				t.Parallel()
				if !Has(impl, workload) {
					t.Skipf("%s has no %s", impl, workload)
				}
				upstream, err := load.NewUpstream()
				require.NoError(t, err)
				defer upstream.Close()
				addr := start(t, Options{Impl: impl, Workload: workload, Upstream: upstream.Addr()})
				for _, c := range loads[workload] {
					verified(t, c, workload, addr)
				}
			})
		}
	}
}

func TestSeveralLoopsServeOnePort(t *testing.T) {
	for _, impl := range []string{"nodenet", "node", "node-tuned"} {
		t.Run(impl, func(t *testing.T) {
			t.Parallel()
			addr := start(t, Options{Impl: impl, Workload: "json", Loops: 2})
			verified(t, load.Config{Conns: 8, Size: 64, Depth: 16}, "json", addr)
		})
	}
}

// verified puts a short load on a server: all that comes back is right.
func verified(t *testing.T, c load.Config, workload, addr string) {
	t.Helper()
	c.Workload, c.Addr, c.Duration = workload, addr, 50*time.Millisecond
	result, err := load.Run(c)
	require.NoError(t, err)
	require.Positive(t, result.Messages)
	require.Positive(t, result.Bytes)
	require.Positive(t, result.Percentile(50))
}

func TestOptionsAreChecked(t *testing.T) {
	for _, o := range []Options{
		{Impl: "none", Workload: "echo"},
		{Impl: "go", Workload: "none"},
		{Impl: "go", Workload: "proxy"},
		{Impl: "netpoll", Workload: "onread"},
		{Impl: "nodenet", Workload: "chat", Loops: 2},
	} {
		require.Error(t, o.check(), "%+v", o)
	}
}
