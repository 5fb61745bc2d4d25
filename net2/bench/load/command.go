package load

import (
	"flag"
	"fmt"
	"io"
	"time"
)

// Main is the load command.
func Main(arguments []string, out io.Writer) error {
	var c Config
	flags := flag.NewFlagSet("load", flag.ExitOnError)
	flags.StringVar(&c.Workload, "workload", "echo", "echo, pipe, onread, proxy, json, chat, connect")
	flags.StringVar(&c.Addr, "addr", "", "host:port of the server")
	flags.IntVar(&c.Conns, "conns", 50, "connections; for connect, how many at a time")
	flags.IntVar(&c.Size, "size", 128, "bytes of a message; json has messages of its own")
	flags.IntVar(&c.Depth, "depth", 1, "messages in flight on a connection")
	flags.BoolVar(&c.Stream, "stream", false, "keep depth messages under way, instead of sending them in one write and waiting for all")
	flags.DurationVar(&c.Warmup, "warmup", 500*time.Millisecond, "time before counting starts")
	flags.DurationVar(&c.Duration, "duration", 5*time.Second, "time of counting")
	if err := flags.Parse(arguments); err != nil {
		return err
	}
	result, err := Run(c)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "%.0f messages/s, %.1f MB/s, verified\n", result.Rate(), float64(result.Bytes)/result.Elapsed.Seconds()/1e6)
	fmt.Fprintf(out, "latency p50 %v  p99 %v  p99.9 %v  max %v\n",
		result.Percentile(50), result.Percentile(99), result.Percentile(99.9), result.Max())
	return nil
}
