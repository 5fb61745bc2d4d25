package net2_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2"
)

// Newer Nodes have SocketAddress.parse, v20 has not: these answers are from
// what they document and test. The port that URLs leave out stays.
func TestParseSocketAddress(t *testing.T) {
	good := map[string]string{
		"1.2.3.4": "1.2.3.4:0", "1.2.3.4:65535": "1.2.3.4:65535", "1.2.3.4:": "1.2.3.4:0", "1.2.3.4:80": "1.2.3.4:80",
		"192.168.257:1": "192.168.1.1:1", "256": "0.0.1.0:0", "999999999:12": "59.154.201.255:12", "1.2.3.4.": "1.2.3.4:0",
		"0xffffffff": "255.255.255.255:0", "0x.0x.0": "0.0.0.0:0", "017700000001": "127.0.0.1:0", "0": "0.0.0.0:0",
		"[1:0::]": "[1::]:0", "[1::8]:123": "[1::8]:123", "[::ffff:1.2.3.4]:1": "[::ffff:1.2.3.4]:1",
	}
	for input, want := range good {
		a := net2.ParseSocketAddress(input)
		require.NotNil(t, a, input)
		require.Equal(t, want, a.String(), input)
		require.Equal(t, a.Port(), int(a.AddrPort().Port()))
	}
	for _, input := range []string{"", ":", ":80", ".", "not an ip", "abc.123", "259.1.1.1", "12:12:12", "1.2.3.4.5", "1.2.3.4:65536",
		"1.2.3.4:-1", "1.2.3.4:null", "4294967296", "0x100000000", "08", "1..2", "::1", "[::1", "[::1]x", "[::1]80", "[1.2.3.4]", "[fe80::1%lo]", "[]",
		"1.2.3.4:0x50", "-1", "+1", "1_0", "0x_1"} {
		require.Nil(t, net2.ParseSocketAddress(input), input)
	}
}

func FuzzParseSocketAddress(f *testing.F) {
	for _, seed := range []string{"1.2.3.4:5", "[::1]:80", "0x7f.1", "[", "1.2.3.4."} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, input string) {
		a := net2.ParseSocketAddress(input)
		if a == nil {
			return
		}
		again := net2.ParseSocketAddress(a.String())
		require.NotNil(t, again, a.String())
		require.Equal(t, a.AddrPort(), again.AddrPort())
		require.NotPanics(t, func() {
			net2.NewSocketAddress(net2.SocketAddressOptions{Address: a.Address(), Family: a.Family(), Port: a.Port()})
		})
	})
}

// Node aborts the process.
func TestFlowlabelHasTwentyBits(t *testing.T) {
	e := thrown(t, func() { net2.NewSocketAddress(net2.SocketAddressOptions{Family: "ipv6", Flowlabel: 1 << 20}) })
	require.Equal(t, "ERR_OUT_OF_RANGE", e.Code)
}
