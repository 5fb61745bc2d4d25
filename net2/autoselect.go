package net2

import (
	"math"
	"sync/atomic"
	"time"

	"github.com/nodenet/go/events"
)

const (
	defaultAttemptTimeout = 250 * time.Millisecond
	leastAttemptTimeout   = 10 * time.Millisecond
)

// What a connect does whose options do not say.
var (
	oneFamily      atomic.Bool // SetDefaultAutoSelectFamily(false)
	attemptTimeout atomic.Int64
)

func init() { attemptTimeout.Store(int64(defaultAttemptTimeout)) }

// GetDefaultAutoSelectFamily says whether a connect tries all addresses of a
// host unless its options say otherwise. It mirrors
// net.getDefaultAutoSelectFamily. Any goroutine.
func GetDefaultAutoSelectFamily() bool { return !oneFamily.Load() }

// SetDefaultAutoSelectFamily sets what [GetDefaultAutoSelectFamily] returns; it
// is true at first. It mirrors net.setDefaultAutoSelectFamily. Any goroutine.
func SetDefaultAutoSelectFamily(on bool) { oneFamily.Store(!on) }

// GetDefaultAutoSelectFamilyAttemptTimeout is how long one of several addresses
// may take unless the options say otherwise. It mirrors
// net.getDefaultAutoSelectFamilyAttemptTimeout. Any goroutine.
func GetDefaultAutoSelectFamilyAttemptTimeout() time.Duration {
	return time.Duration(attemptTimeout.Load())
}

// SetDefaultAutoSelectFamilyAttemptTimeout sets what
// [GetDefaultAutoSelectFamilyAttemptTimeout] returns: 250 ms at first, never
// below 10 ms. It panics with ERR_OUT_OF_RANGE below 1 ms. It mirrors
// net.setDefaultAutoSelectFamilyAttemptTimeout. Any goroutine.
func SetDefaultAutoSelectFamilyAttemptTimeout(d time.Duration) {
	attemptTimeout.Store(int64(validAttemptTimeout("value", d)))
}

func validAttemptTimeout(name string, d time.Duration) time.Duration {
	if ms := d.Milliseconds(); ms < 1 || ms > math.MaxInt32 {
		panic(events.OutOfRange(name, ">= 1 && <= 2147483647", ms))
	}
	return max(d, leastAttemptTimeout)
}

// triesAll says whether the look-up should bring every address of the host.
func (o *ConnectOptions) triesAll() bool {
	if o.Family != 0 || o.LocalAddress != "" || o.NoAutoSelectFamily {
		return false
	}
	return o.AutoSelectFamily || GetDefaultAutoSelectFamily()
}

// attemptTimeout is how long each address but the last may take.
func (o *ConnectOptions) attemptTimeout() time.Duration {
	if o.AutoSelectFamilyAttemptTimeout == 0 {
		return GetDefaultAutoSelectFamilyAttemptTimeout()
	}
	return validAttemptTimeout("options.autoSelectFamilyAttemptTimeout", o.AutoSelectFamilyAttemptTimeout)
}
