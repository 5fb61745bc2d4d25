//go:build !windows

package serve

import (
	"bytes"
	"context"
	"errors"
	"net"
	"sync"
	"time"

	"github.com/cloudwego/netpoll"
)

// serveNetpoll runs netpoll's event loop with its defaults.
func serveNetpoll(ctx context.Context, o Options, listening func(net.Addr)) error {
	ln, err := netpoll.CreateListener("tcp", o.address())
	if err != nil {
		return err
	}
	netpoll.SetLoggerOutput(discard{})
	var options []netpoll.Option
	var handle netpoll.OnRequest
	switch o.Workload {
	case "json":
		handle = netpollJSON
	case "chat":
		room := &netpollRoom{clients: map[netpoll.Connection]*sync.Mutex{}}
		handle = room.say
		options = append(options, netpoll.WithOnPrepare(room.join))
	case "proxy":
		options = append(options, netpoll.WithOnConnect(netpollDial(o.Upstream)))
		handle = netpollForward
	default:
		handle = func(_ context.Context, c netpoll.Connection) error { return netpollCopy(c, c) }
	}
	loop, err := netpoll.NewEventLoop(handle, options...)
	if err != nil {
		return err
	}
	defer context.AfterFunc(ctx, func() { _ = loop.Shutdown(context.Background()) })()
	listening(ln.Addr())
	if err := loop.Serve(ln); ctx.Err() == nil {
		return err
	}
	return nil
}

type discard struct{}

func (discard) Write(b []byte) (int, error) { return len(b), nil }

// netpollCopy writes what has come: it is not copied for that.
func netpollCopy(to, from netpoll.Connection) error {
	reader, writer := from.Reader(), to.Writer()
	data, err := reader.Next(reader.Len())
	if err != nil {
		return err
	}
	if _, err := writer.WriteBinary(data); err != nil {
		return err
	}
	if err := writer.Flush(); err != nil {
		return err
	}
	return reader.Release()
}

func netpollJSON(_ context.Context, c netpoll.Connection) error {
	reader, writer := c.Reader(), c.Writer()
	for reader.Len() > 0 {
		if message, err := reader.Peek(reader.Len()); err != nil || bytes.IndexByte(message, '\n') < 0 {
			return err
		}
		message, err := reader.Until('\n')
		if err != nil {
			return err
		}
		if _, err := writer.WriteBinary(answer(message)); err != nil {
			return err
		}
	}
	if err := writer.Flush(); err != nil {
		return err
	}
	return reader.Release()
}

// netpollRoom is the chat's. A connection's writer is for one goroutine at a time.
type netpollRoom struct {
	mu      sync.RWMutex
	clients map[netpoll.Connection]*sync.Mutex
}

func (r *netpollRoom) join(c netpoll.Connection) context.Context {
	r.mu.Lock()
	r.clients[c] = new(sync.Mutex)
	r.mu.Unlock()
	_ = c.AddCloseCallback(func(c netpoll.Connection) error {
		r.mu.Lock()
		delete(r.clients, c)
		r.mu.Unlock()
		return nil
	})
	return context.Background()
}

// say sends all whole lines that have come to everyone, with one write each.
func (r *netpollRoom) say(_ context.Context, c netpoll.Connection) error {
	reader := c.Reader()
	data, err := reader.Peek(reader.Len())
	if err != nil {
		return err
	}
	end := bytes.LastIndexByte(data, '\n') + 1
	if end == 0 {
		return nil
	}
	r.mu.RLock()
	for client, writing := range r.clients {
		writing.Lock()
		if _, err := client.Writer().WriteBinary(data[:end]); err == nil {
			_ = client.Writer().Flush() // who has gone is removed by its close callback
		}
		writing.Unlock()
	}
	r.mu.RUnlock()
	if err := reader.Skip(end); err != nil {
		return err
	}
	return reader.Release()
}

// upstreamKey holds a connection's upstream.
type upstreamKey struct{}

func netpollDial(address string) netpoll.OnConnect {
	return func(ctx context.Context, c netpoll.Connection) context.Context {
		upstream, err := netpoll.DialConnection("tcp", address, time.Second)
		if err != nil {
			_ = c.Close()
			return ctx
		}
		_ = upstream.SetOnRequest(func(_ context.Context, u netpoll.Connection) error { return netpollCopy(c, u) })
		_ = upstream.AddCloseCallback(func(netpoll.Connection) error { return c.Close() })
		_ = c.AddCloseCallback(func(netpoll.Connection) error { return upstream.Close() })
		return context.WithValue(ctx, upstreamKey{}, upstream)
	}
}

func netpollForward(ctx context.Context, c netpoll.Connection) error {
	upstream, ok := ctx.Value(upstreamKey{}).(netpoll.Connection)
	if !ok {
		return errors.New("no upstream")
	}
	return netpollCopy(upstream, c)
}
