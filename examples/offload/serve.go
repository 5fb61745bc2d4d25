package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strconv"
	"time"

	"github.com/nodenet/go/examples/framing/frames"
	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/loop"
)

const (
	maxLine  = 100 // bytes of a question
	maxQueue = 10  // questions of one client that may wait
)

// serve answers the questions of one client, one at a time and in order.
func serve(socket *net2.Socket, limit time.Duration) {
	ctx, hangUp := context.WithCancel(context.Background())
	socket.OnClose(func(bool) { hangUp() })
	socket.OnError(func(err error) { fmt.Fprintln(os.Stderr, "Socket error:", err) })

	var queue []int
	busy := false
	var next func()
	next = func() {
		if busy || len(queue) == 0 {
			return
		}
		busy = true
		n := queue[0]
		queue = queue[1:]
		count(ctx, limit, n, func(answer string) {
			busy = false
			if socket.Writable() {
				socket.Write(answer)
				next()
			}
		})
	}

	input := frames.New(frames.Lines(maxLine))
	socket.OnData(func(chunk []byte) {
		for line := range input.Feed(chunk) {
			n, err := strconv.Atoi(string(line))
			switch {
			case string(line) == "ping":
				socket.Write("pong\n")
			case err != nil:
				socket.Write("ask for ping, or for the primes below a number\n")
			default:
				queue = append(queue, n)
			}
		}
		if input.Err() != nil || len(queue) > maxQueue || socket.WritableNeedDrain() {
			socket.Destroy(errors.New("asks too much")) // or does not read the answers
			return
		}
		next()
	})
}

// count is the way to the other side and back: the first func runs on a
// goroutine of its own and touches nothing of the loop's, the second runs on
// the loop when the first has returned.
func count(ctx context.Context, limit time.Duration, n int, cb func(answer string)) {
	ctx, cancel := context.WithTimeout(ctx, limit)
	var primes int
	var err error
	loop.Work(func() {
		primes, err = countPrimes(ctx, n)
	}, func() {
		cancel()
		switch {
		case err == nil:
			cb(fmt.Sprintf("%d primes below %d\n", primes, n))
		case errors.Is(err, context.DeadlineExceeded):
			cb(fmt.Sprintf("counting to %d takes too long\n", n))
		default:
			fmt.Println("Nobody waits for the primes below", n)
			cb("")
		}
	})
}
