package load

import (
	"fmt"
	"net"
	"sync"
	"sync/atomic"
	"time"

	"github.com/HdrHistogram/hdrhistogram-go"
)

// patience is how long the peer may be silent before that is an error.
const patience = 10 * time.Second

// run is a load under way.
type run struct {
	Config
	script  *script
	clients []*client
	stop    atomic.Bool // clients finish what is in flight and end
	counts  atomic.Bool // latencies are kept
	hists   []*shard

	mu  sync.Mutex
	err error // the first
}

// client is one connection, or for connect one after another. What it has
// verified is counted once a read, on a cache line of its own.
type client struct {
	run      *run
	conn     net.Conn
	from     net.Addr // connect: its own
	at       int      // the next message to send, in the cycle
	hist     *shard
	talker   *talker // in a chat
	messages atomic.Int64
	bytes    atomic.Int64
	_        [64]byte
}

// shard is a histogram that some clients share: one for each would take more
// memory than all else.
type shard struct {
	mu   sync.Mutex
	hist *hdrhistogram.Histogram
}

const shards = 8

// Run puts the load on a server and returns what was counted. The error is the
// first thing that was not as it has to be.
func Run(c Config) (Result, error) {
	if err := c.check(); err != nil {
		return Result{}, err
	}
	r := &run{Config: c, script: newScript(c.Workload, c.Size, c.Depth)}
	for range shards {
		r.hists = append(r.hists, &shard{hist: newHistogram()})
	}
	for i := range c.Conns {
		r.clients = append(r.clients, &client{run: r, at: i * 7 % r.script.count, hist: r.hists[i%shards]})
	}
	talk, err := r.prepare()
	defer r.close()
	if err != nil {
		return Result{}, err
	}

	var talking sync.WaitGroup
	for _, cl := range r.clients {
		talking.Go(func() { r.fail(talk(cl)) })
	}
	result := r.measure()
	talking.Wait()
	return result, r.err
}

// prepare connects the clients and says what each of them does.
func (r *run) prepare() (talk func(*client) error, err error) {
	switch {
	case r.Workload == "connect":
		for i, cl := range r.clients {
			cl.from = source(i, r.Addr)
		}
		return (*client).connections, nil
	case r.Workload == "chat":
		return (*client).chat, r.join()
	case r.Stream:
		talk = (*client).stream
	default:
		talk = (*client).batches
	}
	return talk, r.connectAll()
}

func (r *run) connectAll() error {
	for i, cl := range r.clients {
		if err := cl.connect(); err != nil {
			return fmt.Errorf("connection %d: %w", i, err)
		}
	}
	return nil
}

// connect sets no more socket options than Go does unasked, save those that source needs.
func (c *client) connect() (err error) {
	dialer := net.Dialer{KeepAlive: -1, Timeout: patience, LocalAddr: c.from}
	if c.from != nil {
		dialer.Control = portAtConnect
	}
	c.conn, err = dialer.Dial("tcp", c.run.Addr)
	return err
}

// measure lets the clients warm up, counts, and stops them.
func (r *run) measure() Result {
	r.sleep(r.Warmup)
	if r.Begin != nil {
		r.Begin()
	}
	r.counts.Store(true)
	messages, bytes := r.sum()
	begin := time.Now()
	r.sleep(r.Duration)
	m, b := r.sum()
	result := Result{Messages: m - messages, Bytes: b - bytes, Elapsed: time.Since(begin), Latency: newHistogram()}
	r.counts.Store(false)
	if r.End != nil {
		r.End()
	}
	r.stop.Store(true)
	for _, s := range r.hists {
		s.mu.Lock()
		result.Latency.Merge(s.hist)
		s.mu.Unlock()
	}
	return result
}

// sleep ends early when something has failed.
func (r *run) sleep(d time.Duration) {
	for end := time.Now().Add(d); time.Now().Before(end) && !r.stop.Load(); {
		time.Sleep(min(time.Until(end), 50*time.Millisecond))
	}
}

func (r *run) sum() (messages, bytes int64) {
	for _, c := range r.clients {
		messages += c.messages.Load()
		bytes += c.bytes.Load()
	}
	return messages, bytes
}

func (r *run) fail(err error) {
	if err == nil {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.err == nil {
		r.err = err
	}
	r.stop.Store(true)
}

func (r *run) close() {
	for _, c := range r.clients {
		if c.conn != nil {
			_ = c.conn.Close()
		}
	}
}

// add counts verified messages and bytes.
func (c *client) add(messages, bytes int) {
	c.messages.Add(int64(messages))
	c.bytes.Add(int64(bytes))
}

// took keeps the latency of n messages.
func (c *client) took(n int, latency time.Duration) {
	if n > 0 && c.run.counts.Load() {
		c.hist.mu.Lock()
		_ = c.hist.hist.RecordValues(int64(latency/latencyUnit), int64(n))
		c.hist.mu.Unlock()
	}
}
