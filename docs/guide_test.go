package docs_test

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"log"
	"math/big"
	"net"
	"net/http"
	_ "net/http/pprof"
	"sync"
	"time"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/loop"
)

// The programs of the guide that no example has.

// region guard
var recipes = map[string]*recipe{"tea": {minutes: 4}}

type recipe struct{ minutes int }

func answer(request string) string {
	return fmt.Sprintf("%d minutes", recipes[request].minutes) // panics for all but tea
}

// guarded is a listener whose panic costs its client the connection, and nobody else anything.
func guarded(socket *net2.Socket, listener func([]byte)) func([]byte) {
	return func(chunk []byte) {
		defer func() {
			if v := recover(); v != nil {
				socket.Destroy(errors.New("a request that we cannot answer"))
			}
		}()
		listener(chunk)
	}
}

// endregion

func Example_guard() {
	server := net2.CreateServer(func(socket *net2.Socket) {
		socket.OnError(func(err error) { fmt.Println("socket:", err) })
		socket.OnData(guarded(socket, func(chunk []byte) {
			socket.Write(answer(string(chunk)))
		}))
	})

	server.ListenHost(0, "127.0.0.1", func() {
		ask := func(request string, next func()) {
			client := net2.Connect(server.Address().Port, "127.0.0.1")
			client.Write(request)
			client.OnData(func(chunk []byte) { client.End(func() { fmt.Println(string(chunk)) }) })
			client.OnClose(func(bool) { next() })
		}
		ask("coffee", func() { ask("tea", func() { server.Close() }) })
	})
	loop.Run()

	// Output:
	// socket: a request that we cannot answer
	// 4 minutes
}

func Example_unhandled() {
	loop.OnUncaught(func(v any) {
		if err, ok := v.(error); ok {
			fmt.Println("nobody listened for:", net2.Code(err))
		}
		loop.Stop() // log.Fatal in a real program
	})
	defer loop.OnUncaught(nil)

	server := net2.CreateServer(nil)
	server.ListenHost(0, "127.0.0.1", func() {
		port := server.Address().Port
		server.Close(func(error) { net2.Connect(port, "127.0.0.1") }) // no error listener
	})
	loop.Run()
	loop.Run() // what Stop left; a real program is gone by now

	// Output: nobody listened for: ECONNREFUSED
}

func Example_blocklist() {
	banned := net2.NewBlockList().AddSubnet("127.0.0.0", 8)

	server := net2.CreateServer(func(socket *net2.Socket) {
		if banned.Check(socket.RemoteAddress(), socket.RemoteFamily()) {
			fmt.Println("turned away")
			socket.Destroy()
			return
		}
		socket.End("welcome")
	})
	server.ListenHost(0, "127.0.0.1", func() {
		client := net2.Connect(server.Address().Port, "127.0.0.1")
		client.OnData(func(chunk []byte) { fmt.Println(string(chunk)) })
		client.OnClose(func(bool) { server.Close() })
	})
	loop.Run()

	// Output: turned away
}

// certificate makes a key that is good for this test.
func certificate() (certificate tls.Certificate, roots *x509.CertPool) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		panic(err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1),
		DNSNames:     []string{"example.test"},
		NotAfter:     time.Now().Add(time.Hour),
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		panic(err)
	}
	template, err = x509.ParseCertificate(der)
	if err != nil {
		panic(err)
	}
	roots = x509.NewCertPool()
	roots.AddCert(template)
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}, roots
}

func Example_tls() {
	certificate, roots := certificate()

	// region tls
	listener, err := tls.Listen("tcp", "127.0.0.1:0", &tls.Config{
		Certificates: []tls.Certificate{certificate},
	})
	if err != nil {
		log.Fatal(err)
	}
	server := net2.CreateServer(func(socket *net2.Socket) {
		socket.OnError(func(err error) { fmt.Println("socket:", err) })
		socket.OnString(func(text string) { socket.Write("you said " + text) })
	})
	server.ListenOn(listener)
	// endregion

	// region tlsclient
	dialer := &tls.Dialer{Config: &tls.Config{RootCAs: roots, ServerName: "example.test"}}
	var conn net.Conn
	loop.Work(func() { // a handshake waits for the network
		conn, err = dialer.DialContext(context.Background(), "tcp", listener.Addr().String())
	}, func() {
		if err != nil {
			log.Fatal(err)
		}
		client := net2.NewSocket(net2.SocketOptions{Conn: conn})
		client.Write("a secret")
		client.OnString(func(text string) {
			fmt.Println(text)
			client.End()
			server.Close()
		})
	})
	// endregion
	loop.Run()

	// Output: you said a secret
}

func Example_profile() {
	// region profiles
	listener, err := net.Listen("tcp", "127.0.0.1:0") // a port of your choice, for this machine only
	if err != nil {
		log.Fatal(err)
	}
	go http.Serve(listener, nil) // with import _ "net/http/pprof"
	// endregion

	answer, err := http.Get("http://" + listener.Addr().String() + "/debug/pprof/goroutine?debug=1")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer.Status)
	answer.Body.Close()
	http.DefaultClient.CloseIdleConnections()
	listener.Close()

	// Output: 200 OK
}

func Example_late() {
	// region late
	last := time.Now()
	watch := loop.SetInterval(100*time.Millisecond, func() {
		if late := time.Since(last) - 100*time.Millisecond; late > 50*time.Millisecond {
			log.Println("the loop was late by", late)
		}
		last = time.Now()
	}).Unref()
	// endregion

	defer log.SetOutput(log.Writer())
	defer log.SetFlags(log.Flags())
	log.SetFlags(0)
	log.SetOutput(&cutter{})
	loop.SetTimeout(150*time.Millisecond, func() {
		time.Sleep(200 * time.Millisecond) // what no callback should do
		loop.SetTimeout(time.Millisecond, func() { loop.ClearInterval(watch) })
	})
	loop.Run()

	// Output: the loop was late by
}

// cutter prints the first line that comes, without its last word. How late a loop is differs from run to run, and on a
// machine with much to do it is late by itself.
type cutter struct{ sync.Once }

func (c *cutter) Write(line []byte) (int, error) {
	c.Do(func() { fmt.Println(string(line[:bytes.LastIndexByte(line, ' ')])) })
	return len(line), nil
}
