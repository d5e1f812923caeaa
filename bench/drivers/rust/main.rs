// Rust with rtnetlink on tokio's single-threaded runtime, each request awaited before the next: pipelined, more than 256
// answers overrun the socket's buffer, and the requests behind them wait for ever.

use std::future::Future;
use std::net::{IpAddr, Ipv4Addr};
use std::time::Instant;

use futures::stream::TryStreamExt;
use rtnetlink::packet::rtnl::address::nlas::Nla as AddressNla;
use rtnetlink::packet::rtnl::link::nlas::Nla as LinkNla;
use rtnetlink::packet::rtnl::route::nlas::Nla as RouteNla;
use rtnetlink::packet::{AddressMessage, LinkMessage, RouteMessage};
use rtnetlink::{new_connection, Error, Handle, IpVersion};

const REPEATS: usize = 5;
const ADDRESS_LINKS: usize = 100;
const RT_SCOPE_LINK: u8 = 253;
const RT_TABLE_MAIN: u8 = 254;
const RTPROT_BOOT: u8 = 3;

#[derive(Default)]
struct Answer {
    seconds: f64,
    listed: Option<(usize, u64)>,
    latencies: Vec<f64>,
}

fn route_to(i: usize) -> Ipv4Addr {
    Ipv4Addr::from(0x0a80_0000 + i as u32)
}

async fn add_pair(handle: &Handle, i: usize) -> Result<(), Error> {
    let mut request = handle.link().add().veth(format!("v{i}"), format!("p{i}"));
    // veth() asks for IFF_UP, which the trial does not.
    request.message_mut().header.flags = 0;
    request.message_mut().header.change_mask = 0;
    request.execute().await
}

async fn get_loopback(handle: &Handle) -> Result<(), Error> {
    handle.link().get().match_index(1).execute().try_next().await.map(|_| ())
}

async fn index_of(handle: &Handle, name: &str) -> Result<u32, Error> {
    let found = handle.link().get().match_name(name.into()).execute().try_next().await?;
    Ok(found.expect("no such link").header.index)
}

async fn add_route(handle: &Handle, out: u32, i: usize) -> Result<(), Error> {
    let route = handle.route().add().v4().destination_prefix(route_to(i), 32).output_interface(out);
    route.scope(RT_SCOPE_LINK).protocol(RTPROT_BOOT).execute().await
}

async fn delete_route(handle: &Handle, out: u32, i: usize) -> Result<(), Error> {
    let mut message = RouteMessage::default();
    message.header.address_family = 2;
    message.header.destination_prefix_length = 32;
    message.header.table = RT_TABLE_MAIN;
    message.header.scope = RT_SCOPE_LINK;
    message.nlas = vec![RouteNla::Destination(route_to(i).octets().to_vec()), RouteNla::Oif(out)];
    handle.route().del(message).execute().await
}

fn link_address(i: usize) -> Ipv4Addr {
    Ipv4Addr::from(0x0ac0_0000 + i as u32)
}

async fn add_address(handle: &Handle, link: u32, i: usize) -> Result<(), Error> {
    handle.address().add(link, IpAddr::V4(link_address(i)), 32).execute().await
}

async fn delete_address(handle: &Handle, link: u32, i: usize) -> Result<(), Error> {
    let mut message = AddressMessage::default();
    message.header.family = 2;
    message.header.prefix_len = 32;
    message.header.index = link;
    message.nlas = vec![AddressNla::Local(link_address(i).octets().to_vec())];
    handle.address().del(message).execute().await
}

/// What addresses are spread over.
async fn address_links(handle: &Handle) -> Result<Vec<u32>, Error> {
    let mut links = Vec::new();
    for i in 0..ADDRESS_LINKS {
        links.push(index_of(handle, &format!("v{i}")).await?);
    }
    Ok(links)
}

fn link_value(link: &LinkMessage) -> u64 {
    let attributes = link.nlas.iter().map(|nla| match nla {
        LinkNla::IfName(name) => name.len() as u64,
        LinkNla::Mtu(mtu) => u64::from(*mtu),
        _ => 0,
    });
    u64::from(link.header.index) + attributes.sum::<u64>()
}

fn route_value(route: &RouteMessage) -> u64 {
    let out = route.output_interface().unwrap_or(0);
    u64::from(route.header.destination_prefix_length) + u64::from(out)
}

async fn list_links(handle: &Handle) -> Result<(usize, u64), Error> {
    let links: Vec<LinkMessage> = handle.link().get().execute().try_collect().await?;
    Ok((links.len(), links.iter().map(link_value).sum()))
}

async fn list_routes(handle: &Handle) -> Result<(usize, u64), Error> {
    let all: Vec<RouteMessage> = handle.route().get(IpVersion::V4).execute().try_collect().await?;
    let main: Vec<&RouteMessage> = all.iter().filter(|route| route.header.table == RT_TABLE_MAIN).collect();
    Ok((main.len(), main.into_iter().map(route_value).sum()))
}

async fn timed<F: Future<Output = Result<(), Error>>>(size: usize, latencies: bool, operation: impl Fn(usize) -> F) -> Result<Answer, Error> {
    let mut answer = Answer::default();
    let start = Instant::now();
    for i in 0..size {
        let before = Instant::now();
        operation(i).await?;
        if latencies {
            answer.latencies.push(before.elapsed().as_secs_f64() * 1e6);
        }
    }
    answer.seconds = start.elapsed().as_secs_f64();
    Ok(answer)
}

async fn listed<F: Future<Output = Result<(usize, u64), Error>>>(list: impl Fn() -> F) -> Result<Answer, Error> {
    let mut found = list().await?;
    let start = Instant::now();
    for _ in 0..REPEATS {
        found = list().await?;
    }
    Ok(Answer { seconds: start.elapsed().as_secs_f64(), listed: Some(found), latencies: vec![] })
}

async fn run(trial: &str, size: usize) -> Result<Answer, Error> {
    let (connection, handle, _) = new_connection().expect("no socket");
    tokio::spawn(connection);
    let handle = &handle;
    let out = if trial == "W7" || trial == "W7-delete" { index_of(handle, "r0").await? } else { 0 };
    let links = &if trial.starts_with("address") { address_links(handle).await? } else { vec![] };
    match trial {
        "W1" => timed(size, false, |i| add_pair(handle, i)).await,
        "W6" => listed(|| list_links(handle)).await,
        "W7" => timed(size, false, |i| add_route(handle, out, i)).await,
        "W7-list" => listed(|| list_routes(handle)).await,
        "W7-delete" => timed(size, false, |i| delete_route(handle, out, i)).await,
        "address" => timed(size, false, |i| add_address(handle, links[i % ADDRESS_LINKS], i)).await,
        "address-delete" => timed(size, false, |i| delete_address(handle, links[i % ADDRESS_LINKS], i)).await,
        "single" => timed(size, true, |_| get_loopback(handle)).await,
        "single-veth" => timed(size, true, |i| add_pair(handle, i)).await,
        _ => panic!("no such trial: {trial}"),
    }
}

fn print(answer: &Answer) {
    let mut fields = vec![format!("\"seconds\":{:.9}", answer.seconds)];
    if let Some((count, checksum)) = answer.listed {
        fields.push(format!("\"repeat\":{REPEATS},\"count\":{count},\"checksum\":{checksum}"));
    }
    if !answer.latencies.is_empty() {
        let all: Vec<String> = answer.latencies.iter().map(|one| format!("{one:.2}")).collect();
        fields.push(format!("\"latencies\":[{}]", all.join(",")));
    }
    println!("{{{}}}", fields.join(","));
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let words: Vec<String> = std::env::args().collect();
    let size = words[2].parse().expect("a size is wanted");
    match run(&words[1], size).await {
        Ok(answer) => print(&answer),
        Err(error) => {
            eprintln!("{error}");
            std::process::exit(1);
        }
    }
}
