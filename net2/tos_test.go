package net2_test

import (
	"runtime"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2"
)

// DSCP is the upper six bits; the kernel may keep the others.
const dscp = 0xFC

func TestTypeOfService(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows does as it likes")
	}
	for _, host := range []string{"127.0.0.1", "::1"} {
		t.Run(host, func(t *testing.T) {
			r := newRig(t)
			server := net2.NewServer(net2.ServerOptions{Loop: r.Loop})
			server.OnConnection(func(s *net2.Socket) {
				server.Close()
				require.Zero(t, s.TypeOfService())
				s.SetTypeOfService(0x20)
				require.Equal(t, 0x20, s.TypeOfService()&dscp)
				s.End()
				s.Resume()
			})
			server.ListenHost(0, host, func() {
				client := net2.NewSocket(net2.SocketOptions{Loop: r.Loop, TypeOfService: 0x08})
				require.Equal(t, 0x08, client.TypeOfService())
				require.Same(t, client, client.SetTypeOfService(0x10))
				require.Equal(t, 0x10, client.TypeOfService(), "what was set, before connect")
				client.Connect(server.Address().Port, host, func() {
					require.Equal(t, 0x10, client.TypeOfService(), "what the kernel has, after it")
					for _, tos := range []int{0, 0x3F, 0xFF} {
						client.SetTypeOfService(tos)
						require.Equal(t, tos&dscp, client.TypeOfService()&dscp)
					}
				})
				client.Resume()
			})
			r.run()
		})
	}
}

func TestTypeOfServiceOutOfRange(t *testing.T) {
	socket := net2.NewSocket(net2.SocketOptions{Loop: newRig(t).Loop})
	for tos, message := range map[int]string{
		256: `The value of "tos" is out of range. It must be >= 0 && <= 255. Received 256`,
		-1:  `The value of "tos" is out of range. It must be >= 0 && <= 255. Received -1`,
	} {
		e := thrown(t, func() { socket.SetTypeOfService(tos) })
		require.Equal(t, "ERR_OUT_OF_RANGE", e.Code)
		require.Equal(t, message, e.Message)
	}
	require.Zero(t, socket.TypeOfService())
}

// Only TCP has one; elsewhere the number is kept, as in Node.
func TestTypeOfServiceWithoutTCP(t *testing.T) {
	r := newRig(t)
	socket, far := pipe(r.Loop, net2.SocketOptions{})
	require.Equal(t, 0x10, socket.SetTypeOfService(0x10).TypeOfService())
	socket.Destroy()
	r.run()
	require.NoError(t, far.Close())
}
