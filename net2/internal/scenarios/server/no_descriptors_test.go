//go:build linux

package server_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/sys/unix"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

// Clients are plain sockets, made while there are descriptors: in Node they live in another process.
func TestNoDescriptors(t *testing.T) {
	transcript.Run(t, "no_descriptors", func(x *transcript.T) {
		s, c := x.Track("server"), x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, func(_ *net2.Server, peer *net2.Socket) {
			s("connection")
			peer.End("hello")
		})
		server.OnError(scene.Error(s))
		server.OnDrop(func(net2.DropArgument) { s("drop") })
		scene.Listen(server, func() {
			port := server.Address().Port
			clients := []int{blockingSocket(x), blockingSocket(x), blockingSocket(x)}
			restore := limitDescriptors(x, 40)
			files, code := fillDescriptors()
			s("full", code)
			turn := 0
			var next func()
			use := func() {
				var news []string
				x.Loop.Work(func() { news = visit(clients[turn], port) }, func() {
					for _, what := range news {
						c(what)
					}
					turn++
					next()
				})
			}
			next = func() {
				switch turn {
				case 2:
					for _, f := range files {
						_ = f.Close()
					}
					restore()
				case 3:
					server.Close()
					return
				}
				use()
			}
			use()
		})
	})
}

func blockingSocket(x *transcript.T) int {
	fd, err := unix.Socket(unix.AF_INET, unix.SOCK_STREAM|unix.SOCK_CLOEXEC, 0)
	require.NoError(x, err)
	x.Cleanup(func() { _ = unix.Close(fd) })
	return fd
}

// limitDescriptors lets this process open at most n descriptors more.
func limitDescriptors(x *transcript.T, n uint64) (restore func()) {
	var before unix.Rlimit
	require.NoError(x, unix.Getrlimit(unix.RLIMIT_NOFILE, &before))
	open, err := os.ReadDir("/proc/self/fd")
	require.NoError(x, err)
	limit := before
	limit.Cur = uint64(len(open)) + n
	require.NoError(x, unix.Setrlimit(unix.RLIMIT_NOFILE, &limit))
	restore = func() { _ = unix.Setrlimit(unix.RLIMIT_NOFILE, &before) }
	x.Cleanup(restore)
	return restore
}

func fillDescriptors() (files []*os.File, code string) {
	for {
		f, err := os.Open("no_descriptors.js")
		if err != nil {
			return files, unix.ErrnoName(err.(*os.PathError).Err.(unix.Errno))
		}
		files = append(files, f)
	}
}

// visit connects and reads to the end. It blocks.
func visit(fd, port int) (news []string) {
	if err := unix.Connect(fd, &unix.SockaddrInet4{Port: port, Addr: [4]byte{127, 0, 0, 1}}); err != nil {
		return []string{"error"}
	}
	news = append(news, "connect")
	got, buffer := "", make([]byte, 64)
	for {
		n, err := unix.Read(fd, buffer)
		got += string(buffer[:max(n, 0)])
		if n > 0 {
			continue
		}
		if err != nil {
			news = append(news, "error")
		}
		_ = unix.Shutdown(fd, unix.SHUT_WR)
		if got != "" {
			return append(news, "close after "+got)
		}
		return append(news, "close")
	}
}
