package load

import (
	"errors"
	"fmt"
	"time"

	"github.com/HdrHistogram/hdrhistogram-go"
)

// Config is one load.
type Config struct {
	Workload string        // echo, pipe, onread, proxy, json, chat, connect
	Addr     string        // host:port of the server
	Conns    int           // connections; for connect, how many at a time
	Size     int           // bytes of a message; json has messages of its own
	Depth    int           // messages in flight on a connection
	Stream   bool          // send without waiting for the batch to be answered; see batch and stream
	Warmup   time.Duration // before counting starts
	Duration time.Duration // of counting

	// Begin and End, if set, are called when counting begins and when it has ended.
	Begin, End func()
}

func (c Config) check() error {
	switch {
	case c.Conns < 1 || c.Depth < 1 || c.Size < 1 || c.Duration <= 0:
		return errors.New("connections, depth, size and duration must be positive")
	case c.Workload == "chat" && c.Size < chatMinimum:
		return fmt.Errorf("a chat line has at least %d bytes", chatMinimum)
	}
	return nil
}

// Result is what was counted.
type Result struct {
	Messages int64 // verified replies; for chat, lines delivered; for connect, connections
	Bytes    int64 // verified
	Elapsed  time.Duration
	Latency  *hdrhistogram.Histogram // of each message, in units of latencyUnit
}

// latencyUnit is the resolution of latencies.
const latencyUnit = 100 * time.Nanosecond

// Rate is messages a second.
func (r Result) Rate() float64 { return float64(r.Messages) / r.Elapsed.Seconds() }

// Percentile is the latency that p of 100 messages did not exceed.
func (r Result) Percentile(p float64) time.Duration {
	return time.Duration(r.Latency.ValueAtQuantile(p)) * latencyUnit
}

// Max is the highest latency.
func (r Result) Max() time.Duration { return time.Duration(r.Latency.Max()) * latencyUnit }

func newHistogram() *hdrhistogram.Histogram {
	return hdrhistogram.New(1, int64(time.Minute/latencyUnit), 3)
}
