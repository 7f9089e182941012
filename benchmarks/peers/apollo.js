// Apollo Server with RESTDataSource, as its documentation shows.
import { RESTDataSource } from "@apollo/datasource-rest";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { resolvers } from "./resolvers.js";
import { typeDefs } from "./schema.js";

class Lms extends RESTDataSource {
  baseURL = process.env.LMS_BASE_URL;

  constructor({ cache, authorization }) {
    super({ cache });
    this.authorization = authorization;
  }

  willSendRequest(_path, request) {
    request.headers.authorization = this.authorization;
    request.headers.accept = "application/json";
  }

  metadata = (key) => this.get(`api/course_home/course_metadata/${key}`);
  outline = (key) => this.get(`api/course_home/outline/${key}`);
  progress = (key) => this.get(`api/course_home/progress/${key}`);
  me = () => this.get("api/user/v1/me");
  preferences = async () => this.get(`api/user/v1/preferences/${(await this.me()).username}`);
  home = () => this.get("api/learner_home/init");
  date = async () => (await this.fetch("csrf/api/v1/token")).response.headers.get("date");
}

const server = new ApolloServer({ typeDefs, resolvers });
await startStandaloneServer(server, {
  listen: { port: Number(process.env.PORT), host: "127.0.0.1" },
  context: async ({ req }) => ({
    lms: new Lms({ cache: server.cache, authorization: req.headers.authorization }),
  }),
});
