import { type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import { FindingsController } from './audit/findings.controller.js';
import { CanaryStanding } from './canary/canary-standing.js';
import { HealthController } from './health.controller.js';
import { HttpDuration } from './http-duration.js';
import { MetricsController } from './metrics.controller.js';
import { MetricsService } from './metrics.service.js';
import { ReadinessService } from './readiness.service.js';

@Module({
  controllers: [HealthController, MetricsController, FindingsController],
  providers: [CanaryStanding, ReadinessService, MetricsService],
  exports: [CanaryStanding, ReadinessService],
})
export class WatchModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(HttpDuration).forRoutes('{*path}');
  }
}
