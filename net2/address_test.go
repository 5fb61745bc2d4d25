package net2_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/nodenet/go/net2"
)

// What net.isIP of Node v20.20.2 says.
func TestIsIP(t *testing.T) {
	for input, want := range map[string]int{
		"127.0.0.1": 4, "01.2.3.4": 0, "1.2.3": 0, "1.2.3.4%a": 0, "256.1.1.1": 0, " 1.2.3.4": 0,
		"::": 6, "::1": 6, "::ffff:1.2.3.4": 6, "1::2::3": 0, "[::1]": 0, "": 0, "localhost": 0,
		"fe80::1%eth0": 6, "fe80::1%a.b:c-d": 6, "fe80::1%eth_0": 0, "fe80::1%": 0,
	} {
		assert.Equal(t, want, net2.IsIP(input), input)
		assert.Equal(t, want == 4, net2.IsIPv4(input), input)
		assert.Equal(t, want == 6, net2.IsIPv6(input), input)
	}
}
