package connect_test

import (
	"runtime"
	"testing"

	"github.com/nodenet/go/net2"
)

// onLinux skips where the addresses or the errors of a scenario are not those
// of the system that it was recorded on.
func onLinux(t *testing.T) {
	t.Helper()
	if runtime.GOOS != "linux" {
		t.Skip("recorded on Linux, where loopback is 127.0.0.0/8 and errors have its names")
	}
}

// orNull shows 0 as what JavaScript has for it.
func orNull(n int) any {
	if n == 0 {
		return nil
	}
	return n
}

// watchAttempts logs the attempts of a client.
func watchAttempts(log func(...any), client *net2.Socket) {
	client.OnConnectionAttempt(func(ip string, port, family int) { log("attempt", ip, port, family) })
	client.OnConnectionAttemptFailed(func(ip string, port, family int, err error) {
		log("attempt failed", ip, port, family, err)
	})
	client.OnConnectionAttemptTimeout(func(ip string, port, family int) { log("attempt timeout", ip, port, family) })
}
